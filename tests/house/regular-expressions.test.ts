import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that a file writes out. */
function expressionsIn(file: string): readonly Expression[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found: Expression[] = [];
  new Visitor({
    Literal(literal) {
      if (!('regex' in literal)) return;
      const line = text.slice(0, literal.start).split('\n').length;
      found.push({ place: `${file}:${line}`, source: literal.regex.pattern, flags: literal.regex.flags });
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** What makes one take more than a time in proportion to the text, which may have been written to that end. */
function slownessOf({ source, flags }: Expression): readonly string[] {
  return analyse({ source, flags }, { reportTypes: { Move: !flags.includes('y') } }).reports.map(
    ({ type, character }) => {
      return `${type}: many of ${character.literal.source}`;
    },
  );
}

const expressions = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(expressionsIn);

describe('a regular expression takes no more time than in proportion to the text', () => {
  test.each(expressions)('/$source/$flags ($place)', (expression) => {
    expect(slownessOf(expression)).toEqual([]);
  });

  test.each([
    { place: '', source: 'a+$', flags: '' },
    { place: '', source: '^\\s*\\s*b', flags: '' },
    { place: '', source: '^(a+)+b', flags: '' },
  ])('and one that takes more is found: /$source/', (expression) => {
    expect(slownessOf(expression)).not.toEqual([]);
  });
});
