import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readme } from './blocks.ts';

const section = /\n## Dependencies\n([\s\S]*?)\n## /.exec(readme())?.[1] ?? '';
const [installed = '', others = ''] = section.split(/^(?=Bundled)/m);

/** The packages of a list, each with a reason behind it. */
function named(list: string): readonly string[] {
  return [...list.matchAll(/^- `([^`]+)` \S+/gm)].map(([, name = '']) => name).sort();
}

describe('the list of dependencies', () => {
  test('has each that is installed once, and no other', () => {
    expect(named(installed)).toEqual(Object.keys(manifest.dependencies).sort());
  });

  test('has each that is bundled or used for development once, and no other', () => {
    expect(named(others)).toEqual(Object.keys(manifest.devDependencies).sort());
  });

  test('has nothing else in it', () => {
    expect(section.match(/^- /gm)?.length).toBe(named(section).length);
  });
});
