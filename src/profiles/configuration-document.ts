import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import type { Words } from '../model/words.ts';
import type { Problem } from './configuration-problem.ts';
import { complaintInChinese } from './yaml-faults.ts';

/** A configuration as it stands in its file: plain data, and the line of each part. */
export interface ConfigurationDocument {
  readonly data: object;
  readonly problems: readonly Problem[];
  /** The line of a key or item; that of the nearest part around it where the path leads nowhere. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML 1.2 with the core schema, of which JSON is a part. Keys are taken as written: `5` and `"5"` are one. */
export function readDocument(text: string): ConfigurationDocument {
  if (isBeyondMeasure(text)) return unreadable([{ line: 1, words: TOO_LARGE }]);
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/u, ''), {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  const lastLine = text.trimEnd().split('\n').length;
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const from = message.startsWith('Missing closing') ? openQuote(document) : pos[0];
    const line = Math.min(lines.linePos(from).line, lastLine); // what is lacking is lacking behind the last text
    return { line, words: syntaxWords({ code, message, line: text.split('\n')[line - 1] ?? '' }) };
  });
  if (faults.length > 0) return unreadable(firstOfEachLine(faults));
  return plainData(document, lines);
}

// More than this is no configuration, and would only exhaust the parser.
const MOST_CHARACTERS = 100_000;
const MOST_BRACKETS = 1_000;
const MOST_NODES = 20_000;
const MOST_LEVELS = 8;
const DEEP = /^[ \t?:-]{200}/mu;

const TOO_LARGE: Words = {
  zh: '文件太大或嵌套太深，不像是配置',
  en: 'the file is too large or too deeply nested to be a configuration',
};
const NO_MAPPING: Words = {
  zh: '配置应由“键: 值”组成',
  en: 'a configuration is made of “key: value” lines',
};
const NO_SUCH_ANCHOR: Words = { zh: '引用的 * 没有对应的 &', en: 'the * refers to no & above it' };
const NOT_PLAIN: Words = {
  zh: '这里应是文字、数字、列表或一组“键: 值”',
  en: 'expected here are a text, a number, a list or “key: value” lines',
};
const KEY_TWICE: Words = { zh: '同一个键写了两次', en: 'the same key stands here twice' };
const FORBIDDEN_KEY: Words = { zh: '“__proto__”不能作键', en: '“__proto__” cannot be a key' };

function isBeyondMeasure(text: string): boolean {
  const brackets = text.match(/[[{]/gu)?.length ?? 0;
  return text.length > MOST_CHARACTERS || brackets > MOST_BRACKETS || DEEP.test(text);
}

/** Where the quote begins that is never closed: it holds all that follows, and so is the last. */
function openQuote(document: Document.Parsed): number {
  let start = 0;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') start = range?.[0] ?? start;
    },
  });
  return start;
}

function unreadable(problems: readonly Problem[]): ConfigurationDocument {
  return { data: {}, problems, lineOf: () => 1 };
}

function firstOfEachLine(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);
}

interface Fault {
  readonly code: string;
  readonly message: string;
  /** The line at fault. */
  readonly line: string;
}

function syntaxWords({ code, message, line }: Fault): Words {
  const unquoted = /^(?<key>[^#'"]*?[:,{]\s*)(?<value>[>%@`][^,}#]*)/u.exec(line)?.groups;
  if (unquoted?.['value'] !== undefined) {
    const quoted = `"${unquoted['value'].trim()}"`;
    return {
      zh: `以 > % @ 开头的值要加引号：${quoted}`,
      en: `a value that begins with > % or @ must stand in quotes: ${quoted}`,
    };
  }
  if (code === 'DUPLICATE_KEY') return KEY_TWICE;
  if (code === 'TAB_AS_INDENT') return { zh: '缩进要用空格，不能用制表符', en: 'indent with spaces, not with tabs' };
  return { zh: `不合 YAML 的写法（${complaintInChinese(message)}）`, en: `this is not YAML (${message})` };
}

/** What is kept while a document is turned into plain data. */
interface Reading {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly lineAt: Map<string, number>;
  readonly problems: Problem[];
  nodes: number;
  isTooLarge: boolean;
}

type Path = readonly PropertyKey[];

function plainData(document: Document.Parsed, lines: LineCounter): ConfigurationDocument {
  const reading: Reading = { document, lines, lineAt: new Map(), problems: [], nodes: 0, isTooLarge: false };
  const { contents } = document;
  // An empty file is an empty configuration; a map becomes an object.
  const data =
    contents === null ? {} : isMap(contents) ? plain(contents, [], reading) : report([], NO_MAPPING, reading);
  return { data: (data ?? {}) as object, problems: reading.problems, lineOf: (path) => lineAt(path, reading) };
}

function plain(node: unknown, path: Path, reading: Reading): unknown {
  reading.nodes += 1;
  if (reading.nodes > MOST_NODES || path.length > MOST_LEVELS) return stop(path, reading);
  if (node === null) return null;
  if (isAlias(node)) {
    const meant = node.resolve(reading.document);
    return meant === undefined ? report(path, NO_SUCH_ANCHOR, reading) : plain(meant, path, reading);
  }
  if (isSeq(node)) return node.items.map((item, index) => plain(item, [...path, index], reading));
  if (isMap(node))
    return plainMap(
      node.items.map((pair) => plainPair(pair, path, reading)),
      path,
      reading,
    );
  const value = isScalar(node) ? node.value : undefined;
  return isPlain(value) ? value : report(path, NOT_PLAIN, reading);
}

/** YAML tells 2 from "2", and would take both. */
function plainMap(pairs: readonly (readonly [string, unknown])[], path: Path, reading: Reading): unknown {
  const seen = new Set<string>();
  // An empty name stands for a key that was told of.
  const twice = pairs.find(([name]) => name !== '' && seen.size === seen.add(name).size);
  if (twice !== undefined) report([...path, twice[0]], KEY_TWICE, reading);
  return Object.fromEntries(pairs);
}

function plainPair({ key, value }: Pair, path: Path, reading: Reading): readonly [string, unknown] {
  if (!isScalar(key)) return ['', report(path, NOT_PLAIN, reading)];
  const inner = [...path, key.source ?? String(key.value)];
  const name = String(inner.at(-1));
  if (key.range) reading.lineAt.set(JSON.stringify(inner), reading.lines.linePos(key.range[0]).line);
  // fromEntries would make it an own key, but what reads the data later might not.
  if (name === '__proto__') return ['', report(inner, FORBIDDEN_KEY, reading)];
  return [name, plain(value, inner, reading)];
}

function lineAt(path: Path, reading: Reading): number {
  return reading.lineAt.get(JSON.stringify(path)) ?? (path.length === 0 ? 1 : lineAt(path.slice(0, -1), reading));
}

function report(path: Path, words: Words, reading: Reading): null {
  reading.problems.push({ line: lineAt(path, reading), words });
  return null;
}

function stop(path: Path, reading: Reading): null {
  if (reading.isTooLarge) return null;
  reading.isTooLarge = true;
  return report(path, TOO_LARGE, reading);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
