import { describe, expect, test } from 'vitest';
import { measureIds } from '../../src/indicators/catalogue.ts';
import { builtInNames, builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { measureRows, profileRows } from '../../src/profiles/profile-text.ts';

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('the list names every profile, how many measures it judges, and its document', () => {
    const rows = profileRows(language);
    expect(rows.map(([name]) => name)).toEqual(builtInNames);
    expect(rows[0]).toContain('37/37');
    expect(rows[2]).toEqual(['township', '4/37', builtInProfile('township').title[language]]);
  });

  test('a profile in full has every measure in order, those left off too', () => {
    const rows = measureRows(builtInProfile('bureau'), language);
    expect(rows.map(([id]) => id)).toEqual(measureIds);
    expect(rows.filter(([, threshold]) => threshold !== 'off').map(([id, threshold]) => `${id} ${threshold}`)).toEqual([
      '1b = 100%',
      '3a = 100%',
      '3b = 100%',
      '8a = 100%',
      '10a = 100%',
    ]);
    expect(rows[1]?.[2]).toContain(language === 'zh' ? '[窗口 年度]' : '[Window year]');
    expect(rows[3]?.[2]).not.toContain('[');
  });
});
