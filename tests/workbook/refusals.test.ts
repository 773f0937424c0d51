import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { annotate } from '../../src/workbook/annotate.ts';
import { packed } from '../../src/workbook/package/packed-part.ts';
import {
  annotated,
  bytesOf,
  checkOf,
  faultyLedger,
  fileOf,
  ledgerOf,
  observed,
  openBook,
  partOf,
  withParts,
} from './workbooks.ts';

async function refusal(parts: Parameters<typeof withParts>[1]): Promise<UsageError> {
  const ledger = await faultyLedger((book) => {
    const births = book.getWorksheet('出生');
    if (births !== undefined) births.getCell('C3').note = '请核对出生医学证明';
  });
  return refusalOf(annotated(await withParts(ledger, parts)));
}

async function refusalOf(made: Promise<unknown>): Promise<UsageError> {
  const error = await made.catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error('The workbook was not refused.', { cause: error });
  return error;
}

describe('a workbook that cannot be marked', () => {
  test.each([
    ['a signature', { '_xmlsignatures/origin.sigs': ' ' }, '数字签名'],
    ['a history of revisions', { 'xl/revisions/revisionHeaders.xml': '<headers/>' }, '修订记录'],
    ['styles that are none', { 'xl/styles.xml': '<html></html>' }, 'xl/styles.xml'],
    ['styles that are empty', { 'xl/styles.xml': '<styleSheet/>' }, 'xl/styles.xml'],
    ['no types of its parts', { '[Content_Types].xml': null }, '内容类型'],
    [
      'styles of too many tags',
      { 'xl/styles.xml': `<styleSheet>${'<a/>'.repeat(2_000_000)}</styleSheet>` },
      '标签超过',
    ],
    ['styles without end', { 'xl/styles.xml': `<styleSheet/>${' '.repeat(64 * 1024 * 1024)}` }, '超过 64 MB'],
    ['notes that are none', { 'xl/comments2.xml': '<html></html>' }, 'xl/comments2.xml'],
    ['notes in UTF-16', { 'xl/comments2.xml': packed(Buffer.from('\ufeff<comments/>', 'utf16le')) }, '不是 UTF-8'],
    ['a drawing of notes that is never closed', { 'xl/drawings/vmlDrawing2.vml': '<xml>' }, 'vmlDrawing2.vml'],
  ])('with %s is refused: it is said why, and what to do', async (_, parts, word) => {
    const { words } = await refusal(parts);
    expect(words.zh).toContain(word);
    expect(words.zh).toContain('--findings');
    expect(words.en).toContain('--findings');
  });

  test('a sheet in another encoding is refused by its name', async () => {
    const sheet = await partOf(await faultyLedger(), 'xl/worksheets/sheet2.xml');
    const named = sheet.replace(/encoding="UTF-8"/, 'encoding="ISO-8859-1"');
    const { words } = await refusal({ 'xl/worksheets/sheet2.xml': named });
    expect(words.zh).toContain('工作表“出生”');
  });

  test.each([
    [
      'too many tags behind its rows',
      ['</sheetData>', `</sheetData>${'<a/>'.repeat(2_000_001)}`],
      '标签超过 2000000 个',
    ],
    ['too much behind its rows', ['</sheetData>', `</sheetData>${' '.repeat(32 * 1024 * 1024)}`], '太长'],
    ['too much above its rows', ['<sheetData>', `${' '.repeat(16 * 1024 * 1024)}<sheetData>`], '太长'],
    ['too long a row', [/<row r="3"[^>]*>/, `$&${' '.repeat(16 * 1024 * 1024)}`], '太长'],
  ] as const)('a sheet with %s is refused by its name', async (_, [before, after], word) => {
    const sheet = await partOf(await faultyLedger(), 'xl/worksheets/sheet2.xml');
    const { words } = await refusal({ 'xl/worksheets/sheet2.xml': sheet.replace(before, after) });
    expect(words.zh).toContain('工作表“出生”');
    expect(words.zh).toContain(word);
    expect(words.zh).toContain('--findings'); // it could be read
  });

  test('a sheet in UTF-16 is refused by its name', async () => {
    const sheet = await partOf(await faultyLedger(), 'xl/worksheets/sheet2.xml');
    const wide = Buffer.from(`\ufeff${sheet.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const { words } = await refusal({ 'xl/worksheets/sheet2.xml': packed(wide) });
    expect(words.zh).toContain('工作表“出生”');
  });

  test('one of another format under the name of a workbook', async () => {
    const checked = await checkOf([ledgerOf(fileOf(await faultyLedger()))]);
    const older = fileOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    const options = { ledger: 0, limits: defaultLimits, language: 'zh', observation: await observed(checked) } as const;
    expect((await refusalOf(bytesOf(annotate(older, checked, options)))).words.zh).toContain('别的格式');
  });
});

describe('a workbook that only lacks something', () => {
  test('gets styles where it has none', async () => {
    const ledger = await faultyLedger();
    const [types, relationships] = await Promise.all([
      partOf(ledger, '[Content_Types].xml'),
      partOf(ledger, 'xl/_rels/workbook.xml.rels'),
    ]);
    const bare = await withParts(ledger, {
      'xl/styles.xml': null,
      '[Content_Types].xml': types.replace(/<Override PartName="\/xl\/styles.xml"[^>]*\/>/, ''),
      'xl/_rels/workbook.xml.rels': relationships.replace(/<Relationship [^>]*styles.xml"[^>]*\/>/, ''),
    });
    const { copy } = await annotated(bare);
    expect((await openBook(copy)).getWorksheet('出生')?.getCell('C3').fill).toMatchObject({ pattern: 'solid' });
    expect((await annotated(copy)).copy.equals(copy)).toBe(true);
  });

  test('keeps the type of no part, and loses one that an added sheet would take for its own', async () => {
    const ledger = await faultyLedger();
    const types = await partOf(ledger, '[Content_Types].xml');
    const nameless = '<Override ContentType="a/b"/>';
    const stray = '<Override PartName="/xl/worksheets/Sheet4.xml" ContentType="a/c"/>';
    const odd = await withParts(ledger, {
      '[Content_Types].xml': types.replace('</Types>', `${nameless}${stray}</Types>`),
    });
    const after = await partOf((await annotated(odd)).copy, '[Content_Types].xml');
    expect([after.includes(nameless), after.includes(stray)]).toEqual([true, false]);
    expect(after).toMatch(/<Override PartName="\/xl\/worksheets\/sheet4.xml" ContentType="[^"]*worksheet\+xml"\/>/);
  });

  test('stays on its own first sheet where it has no view', async () => {
    const ledger = await faultyLedger();
    const workbook = await partOf(ledger, 'xl/workbook.xml');
    const bare = await withParts(ledger, { 'xl/workbook.xml': workbook.replace(/<bookViews>.*<\/bookViews>/, '') });
    expect(await partOf((await annotated(bare)).copy, 'xl/workbook.xml')).toContain('<workbookView activeTab="6"/>');
  });
});
