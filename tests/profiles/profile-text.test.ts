import { describe, expect, test } from 'vitest';
import { measureIds } from '../../src/indicators/catalogue.ts';
import { builtInNames, builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { profileList, profileText } from '../../src/profiles/profile-text.ts';

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('the list names every profile, how many measures it judges, and its document', () => {
    const lines = profileList(language).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(builtInNames);
    expect(lines[0]).toContain(' 37/37  ');
    expect(lines[2]).toContain(`  4/37  ${builtInProfile('township').title[language]}`);
  });

  test('a profile in full has every measure in order, those left off too', () => {
    const text = profileText(builtInProfile('bureau'), language);
    const lines = text.trimEnd().split('\n').slice(3);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(measureIds);
    expect(lines.filter((line) => !/^\S+ +off /.test(line)).map((line) => line.slice(0, 12).trim())).toEqual([
      '1b   = 100%',
      '3a   = 100%',
      '3b   = 100%',
      '8a   = 100%',
      '10a  = 100%',
    ]);
    expect(lines[1]).toContain(language === 'zh' ? '[窗口 年度]' : '[Window year]');
    expect(lines[3]).not.toContain('[');
  });
});
