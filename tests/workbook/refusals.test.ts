import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { annotated, faultyLedger, openBook, partOf, withParts } from './workbooks.ts';

async function refusal(parts: Readonly<Record<string, string | null>>): Promise<UsageError> {
  const error = await annotated(await withParts(await faultyLedger(), parts)).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error('The workbook was not refused.', { cause: error });
  return error;
}

describe('a workbook that cannot be marked', () => {
  test.each([
    ['a signature', { '_xmlsignatures/origin.sigs': ' ' }, '数字签名'],
    ['a history of revisions', { 'xl/revisions/revisionHeaders.xml': '<headers/>' }, '修订记录'],
    ['styles that are none', { 'xl/styles.xml': '<html></html>' }, 'xl/styles.xml'],
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

  test('stays on its own first sheet where it has no view', async () => {
    const ledger = await faultyLedger();
    const workbook = await partOf(ledger, 'xl/workbook.xml');
    const bare = await withParts(ledger, { 'xl/workbook.xml': workbook.replace(/<bookViews>.*<\/bookViews>/, '') });
    expect(await partOf((await annotated(bare)).copy, 'xl/workbook.xml')).toContain('<workbookView activeTab="6"/>');
  });
});
