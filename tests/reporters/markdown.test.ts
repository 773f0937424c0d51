import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reporters/markdown.ts';
import { markdownText } from '../../src/reporters/markdown-text.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

test.each([
  ['a|b', 'a\\|b'],
  ['`x`', '\\`x\\`'],
  ['<img src=x>', '\\<img src=x>'],
  ['*b* _i_', '\\*b\\* \\_i\\_'],
  ['[a](b)', '\\[a\\](b)'],
  ['a & b', 'a &amp; b'],
  ['&lt;', '&amp;lt;'],
  ['\\|', '\\\\\\|'],
  ['@all', '@<!-- -->all'],
  ['#12', '\\#<!-- -->12'],
  ['!12', '!<!-- -->12'],
  ['$x$', '\\$<!-- -->x\\$'],
  ['https://a.example', 'https:<!-- -->//a.example'],
  ['www.a.example', 'www<!-- -->.a.example'],
  ['2025-06.xlsx', '2025-06.xlsx'],
  ['96.36%', '96.36%'],
])('%s is written %s', (text, written) => {
  expect(markdownText(text)).toBe(written);
});

describe.each(['zh', 'en'] as const)('the page in %s', (language) => {
  test('as a whole', async () => {
    const page = markdown(sampleReport, screen({ language, by: 'town' }));
    await expect(page).toMatchFileSnapshot(`screens/page.${language}.txt`);
  });

  test('has tables whose rows are all as wide as their heads', () => {
    const page = markdown(hostileReport, screen({ language, by: 'village' }));
    const tables = page.split(/\n\n/).filter((block) => block.startsWith('|'));
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.replaceAll(/\\./g, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

test('nothing that a ledger says is markup, calls a person or points to an issue', () => {
  const page = markdown(hostileReport, screen({ by: 'village' }));
  expect(page).toContain('\\<b>村\\</b> &amp; "\\|@<!-- -->all \\`x\\` \\#<!-- -->12');
  expect(page).not.toMatch(/(?<!\\)<b>|@all/);
});
