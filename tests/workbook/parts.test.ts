import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openZip } from '../../src/parsers/zip.ts';
import { GrowingList } from '../../src/workbook/audit/growing-list.ts';
import { PackageParts } from '../../src/workbook/package/package-parts.ts';
import { RelationshipsPart } from '../../src/workbook/package/relationships-part.ts';
import { isWorksheet, openWorkbookFile } from '../../src/workbook/package/workbook-file.ts';
import { freeName } from '../../src/workbook/pages/sheet-name.ts';
import { fileOf, withParts, workbookOf } from './workbooks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** A workbook of one sheet, with a main part of our own; `null` for none. */
async function openedWith(main: string | null) {
  const bytes = await withParts(await workbookOf({ 出生: [['村名']] }), { 'xl/workbook.xml': main });
  return openWorkbookFile(new PackageParts(await openZip(fileOf(bytes), defaultLimits)));
}

describe('the main part of a workbook', () => {
  test.each([
    ['a usual one', ` xmlns="${MAIN}"`, MAIN, 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
    ['a strict one', ` xmlns="${STRICT}"`, STRICT, 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
    ['one that does not say', '', MAIN, 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ])('%s has the namespaces of its kind', async (_, attribute, namespace, relationshipBase) => {
    expect(await openedWith(`<workbook${attribute}><sheets/></workbook>`)).toMatchObject({
      namespace,
      relationshipBase,
      sheets: [],
    });
  });

  test('lists a sheet that says nothing of itself, which is no worksheet', async () => {
    const book = await openedWith('<workbook><sheets><sheet/></sheets></workbook>');
    expect(book.sheets).toEqual([{ position: 0, name: '', sheetId: 0, relationship: '', part: null }]);
    expect(book.sheets.filter(isWorksheet)).toEqual([]);
  });

  test.each([
    ['is missing', null],
    ['holds nothing', ' '],
  ])('that %s is refused', async (_, main) => {
    await expect(openedWith(main)).rejects.toThrow(UsageError);
  });
});

describe('relationships', () => {
  const ours = '<Relationship Id="rIdFp1" Type="t" Target="sheet1.xml"/>';

  test.each([
    ['none', undefined],
    ['an empty part', ''],
    ['an empty root', '<Relationships/>'],
  ])('of %s begin with ours', (_, text) => {
    const part = new RelationshipsPart('xl/workbook.xml', text);
    part.add('t', 'xl/sheet1.xml');
    expect(part.toString()).toMatch(new RegExp(`<Relationships xmlns="[^"]+">${ours}</Relationships>$`));
  });

  test('without an id stay as they are', () => {
    const part = new RelationshipsPart('xl/workbook.xml', '<Relationships><Relationship Type="u"/></Relationships>');
    part.add('t', 'xl/sheet1.xml');
    expect(part.toString()).toBe(`<Relationships><Relationship Type="u"/>${ours}</Relationships>`);
  });

  test('get ids that no other has', () => {
    const part = new RelationshipsPart('xl/workbook.xml', `<Relationships>${ours}</Relationships>`);
    expect(part.add('t', 'xl/sheet2.xml')).toBe('rIdFp2');
  });
});

describe('the name of an added sheet', () => {
  test.each([
    ['核查摘要', [], '核查摘要'],
    ['核查摘要', ['核查摘要'], '核查摘要 2'],
    ['核查摘要', ['核查摘要', '核查摘要 2'], '核查摘要 3'],
    ['Audit', ['AUDIT', 'audit 2'], 'Audit 3'],
    ['一'.repeat(31), ['一'.repeat(31)], `${'一'.repeat(29)} 2`],
  ])('%s beside %j is %s', (wanted, taken, name) => {
    expect(freeName(wanted, new Set(taken))).toBe(name);
  });
});

test('a list of numbers grows as they come, and has no place behind the last', () => {
  const list = new GrowingList();
  for (let number = 0; number < 3000; number++) list.push(number * 2);
  expect([list.length, list.at(0), list.at(1024), list.at(2999)]).toEqual([3000, 0, 2048, 5998]);
  expect(() => list.at(3000)).toThrow(RangeError);
});
