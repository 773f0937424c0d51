import { describe, expect, test } from 'vitest';
import { annotated, faultyLedger, openBook, partOf, rawParts, withParts } from './workbooks.ts';

const SUMMARY = 'xl/worksheets/sheet4.xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A copy that a program has saved: with what programs hang on sheets, and the order in which it calculates. */
async function savedCopy(chained: string) {
  const { copy } = await annotated(await faultyLedger());
  const relationships = await partOf(copy, 'xl/_rels/workbook.xml.rels');
  const chain = `<Relationship Id="rIdChain" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`;
  const hung = `<Relationship Id="a" Type="${OFFICE}/printerSettings" Target="../printerSettings/printerSettings1.bin"/>`;
  const lost = `<Relationship Id="b" Type="${OFFICE}/drawing" Target="../drawings/drawing99.xml"/>`;
  return withParts(copy, {
    'xl/_rels/workbook.xml.rels': relationships.replace('</Relationships>', `${chain}</Relationships>`),
    'xl/calcChain.xml': `<calcChain>${chained}</calcChain>`,
    'xl/worksheets/_rels/sheet4.xml.rels': `<Relationships>${hung}${lost}</Relationships>`,
    'xl/printerSettings/printerSettings1.bin': 'settings',
  });
}

describe('the sheets of an earlier run', () => {
  test('go with what a program has hung on them', async () => {
    const { copy } = await annotated(await savedCopy('<c r="A1"/>'));
    const names = [...(await rawParts(copy)).keys()];
    expect(names).toContain(SUMMARY);
    expect(names).not.toContain('xl/printerSettings/printerSettings1.bin');
    expect(names).not.toContain('xl/worksheets/_rels/sheet4.xml.rels');
    expect((await openBook(copy)).worksheets).toHaveLength(9);
  });

  test('go with the order of calculation that names them; one that does not stays', async () => {
    const { copy } = await annotated(await faultyLedger());
    const [, id] = /<sheet name="核查摘要" sheetId="(\d+)"/.exec(await partOf(copy, 'xl/workbook.xml')) ?? [];
    const named = (await annotated(await savedCopy(`<c r="D9" i="${id}"/>`))).copy;
    const other = (await annotated(await savedCopy('<c r="D9" i="1"/><c r="D10"/>'))).copy;
    const chains = [named, other].map(async (bytes) => (await rawParts(bytes)).has('xl/calcChain.xml'));
    expect(await Promise.all(chains)).toEqual([false, true]);
    expect(await partOf(named, 'xl/_rels/workbook.xml.rels')).not.toContain('rIdChain');
  });
});

describe('the column of findings', () => {
  test('stands beside what is merged over further columns', async () => {
    const ledger = await faultyLedger((book) => book.getWorksheet('出生')?.mergeCells('F9:I9'));
    const births = (await openBook((await annotated(ledger)).copy)).getWorksheet('出生');
    expect([births?.getCell('G2').value, births?.getCell('J2').value]).toEqual([null, '核查结果']);
  });

  test('has no place in a sheet that is used up to the last column: its cells are marked all the same', async () => {
    const ledger = await faultyLedger((book) => {
      const births = book.getWorksheet('出生');
      if (births !== undefined) births.getCell('XFD4').value = '备注';
    });
    const sheet = await partOf((await annotated(ledger)).copy, 'xl/worksheets/sheet2.xml');
    expect([sheet.includes('核查结果'), sheet.includes('<autoFilter')]).toEqual([false, false]);
    expect(sheet).not.toBe(await partOf(ledger, 'xl/worksheets/sheet2.xml'));
  });
});
