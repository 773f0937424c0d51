import { beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { toneColours } from '../../src/workbook/package/look.ts';
import { shownCells } from '../../src/workbook/problems/shown-cells.ts';
import { annotated, faultyLedger, fileOf, openBook, partOf, rawParts, withParts, workbookOf } from './workbooks.ts';

const ADDED = ['核查摘要', '问题明细', '读取情况', '指标说明', '村级结果', '核算底稿'];

describe('an annotated copy', () => {
  let original: Buffer;
  let copy: Buffer;
  beforeAll(async () => {
    original = await faultyLedger((book) => {
      const births = book.getWorksheet('出生');
      if (births === undefined) throw new Error('The ledger has no births.');
      births.mergeCells('A1:F1');
      births.getCell('C3').numFmt = '@';
      births.getCell('C3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
      births.getCell('C3').note = '请核对出生医学证明';
      births.getCell('D4').note = '此格没有问题';
      book.definedNames.add("'出生'!$A$3:$F$6", '出生记录');
    });
    ({ copy } = await annotated(original));
  });

  test('has the new sheets in front, and the others as they were', async () => {
    const book = await openBook(copy);
    expect(book.worksheets.map(({ name }) => name)).toEqual([...ADDED, '村情', '出生', '图表']);
  });

  test('keeps the compressed bytes of every part that is not touched', async () => {
    const [before, after] = [await rawParts(original), await rawParts(copy)];
    const touched = [...before].filter(([name, bytes]) => !after.get(name)?.equals(bytes)).map(([name]) => name);
    expect(touched.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  test('says the same in every cell of the registers, but for the column of findings', async () => {
    const [before, after] = [await cellsOf(original, '出生'), await cellsOf(copy, '出生')];
    expect(after.filter(([address]) => !address.startsWith('6:'))).toEqual(before);
  });

  test('marks a cell in its own format: only the fill is another', async () => {
    const cell = (await openBook(copy)).getWorksheet('出生')?.getCell('C3');
    expect(cell?.fill).toMatchObject({ fgColor: { argb: toneColours.error }, bgColor: { argb: 'FF00FF00' } });
    expect(cell?.numFmt).toBe('@');
  });

  test('leaves cells without a problem alone', async () => {
    const [before, after] = [await openBook(original), await openBook(copy)];
    for (const address of ['C5', 'A3', 'F4'])
      expect(after.getWorksheet('出生')?.getCell(address).style).toEqual(
        before.getWorksheet('出生')?.getCell(address).style,
      );
  });

  test('puts its note behind one that is there, and leaves other notes alone', async () => {
    const births = (await openBook(copy)).getWorksheet('出生');
    expect(noteText(births?.getCell('C3').note)).toMatch(/^请核对出生医学证明\n【核查】\n错误：“出生日期”/);
    expect(noteText(births?.getCell('D4').note)).toBe('此格没有问题');
    expect(noteText(births?.getCell('C4').note)).toMatch(/^【核查】\n警告：“出生日期”晚于报告期末。\n改法：/);
  });

  test('makes room in a note for what it now says', async () => {
    const shapes = (await partOf(copy, 'xl/drawings/vmlDrawing2.vml')).match(/<v:shape\b[\s\S]*?<\/v:shape>/g) ?? [];
    const heights = shapes.map((shape) => Number(/height:([\d.]+)pt/.exec(shape)?.[1]));
    expect(shapes).toHaveLength(4);
    expect(Math.max(...heights)).toBeGreaterThan(59.1); // what exceljs gives every note
  });

  test('gives every note a shape of its own number', async () => {
    const drawings = await Promise.all(
      [...(await rawParts(copy)).keys()].filter((name) => name.endsWith('.vml')).map((name) => partOf(copy, name)),
    );
    const ours = drawings.flatMap((text) => [...text.matchAll(/_x0000_s(\d{4,})"/g)].map(([, id]) => id));
    expect(ours.length).toBeGreaterThan(0);
    expect(new Set(ours).size).toBe(ours.length);
  });

  test('creates a blank cell for a mark where the sheet has none', async () => {
    expect(await partOf(original, 'xl/worksheets/sheet1.xml')).not.toContain('r="G1"/>');
    const header = (await openBook(copy)).getWorksheet('出生')?.getCell('F2');
    expect(header?.fill).toMatchObject({ fgColor: { argb: toneColours.notice } }); // 政策属性 has an empty cell
  });

  test('gives each row its messages beside the last column, with a way back to the list', async () => {
    const births = (await openBook(copy)).getWorksheet('出生');
    expect(births?.getCell('G2').value).toBe('核查结果');
    expect(births?.getCell('G3').text).toBe('错误：“出生日期”里的内容读不成日期，或没有这一天。');
    expect(births?.getCell('G6').value).toBeNull();
    const link = /<hyperlink ref="G3" location="([^"]*)"/.exec(await partOf(copy, 'xl/worksheets/sheet2.xml'))?.[1];
    const [, row] = /^'问题明细'!A(\d+)$/.exec(link ?? '') ?? [];
    const listed = (await openBook(copy)).getWorksheet('问题明细')?.getRow(Number(row));
    expect(listed?.getCell(3).text).toBe('invalid-date');
    expect(listed?.getCell(6).text).toBe('C3');
  });

  test('makes the column part of a filter over the whole register', async () => {
    expect(await partOf(copy, 'xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A2:G6"/>');
    expect(await partOf(copy, 'xl/workbook.xml')).toMatch(
      /_FilterDatabase" localSheetId="7" hidden="1">'出生'!\$A\$2:\$G\$6</,
    );
  });

  test('links each problem to its cell', async () => {
    const problems = await partOf(copy, 'xl/worksheets/sheet5.xml');
    expect(problems).toContain(`location="'出生'!C3"`);
    expect(problems).toContain(`location="'图表'!A1"`); // of a sheet that is no register
  });

  test('moves what counts sheets by their place', async () => {
    const workbook = await partOf(copy, 'xl/workbook.xml');
    expect(workbook).toContain('activeTab="6"');
    expect(workbook).toContain('<definedName name="出生记录">');
  });

  test('is the same on a second run', async () => {
    expect((await annotated(original)).copy.equals(copy)).toBe(true);
  });

  test('annotated again is the same, byte for byte', async () => {
    expect((await annotated(copy)).copy.equals(copy)).toBe(true);
  });

  test('is read as the original: the same figures, the same problems', async () => {
    const [first, again] = [(await annotated(original)).checked.report, (await annotated(copy)).checked.report];
    expect(again.indicators).toEqual(first.indicators);
    expect(again.diagnostics).toEqual(first.diagnostics);
    expect(again.ledgers.map(({ sheets }) => sheets)).toEqual(first.ledgers.map(({ sheets }) => sheets));
  });

  test('loses its mark once the cell is mended', async () => {
    const sheet = await partOf(copy, 'xl/worksheets/sheet2.xml');
    const mended = await withParts(copy, {
      'xl/worksheets/sheet2.xml': sheet.replace(/(<c r="C3"[^>]*)t="s"><v>\d+<\/v>/, '$1t="str"><v>2025-02-03</v>'),
    });
    const cell = (await openBook((await annotated(mended)).copy)).getWorksheet('出生')?.getCell('C3');
    expect(cell?.value).toBe('2025-02-03');
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FF00FF00' } });
    expect(noteText(cell?.note)).toBe('请核对出生医学证明');
  });

  test('shows no id of a person outside the registers', async () => {
    for (let number = 1; number <= ADDED.length; number++)
      expect(/>B[1-4]</.test(await partOf(copy, `xl/worksheets/sheet${number + 3}.xml`))).toBe(false);
  });
});

test('text that a program might run stays text', async () => {
  const ledger = await faultyLedger((book) => {
    const births = book.getWorksheet('出生');
    if (births !== undefined) births.getCell('G2').value = '=1+1';
    book.addWorksheet('=cmd|x').addRow(['x']);
  });
  const { copy } = await annotated(ledger);
  const problems = await partOf(copy, 'xl/worksheets/sheet6.xml');
  expect([problems.includes('>=cmd|x<'), problems.includes('<f>')]).toEqual([true, false]);
});

test('English words beside the names that every program knows', async () => {
  const { copy } = await annotated(await faultyLedger(), 'en');
  const book = await openBook(copy);
  expect(book.worksheets.map(({ name }) => name).slice(0, 6)).toEqual(ADDED);
  expect(book.getWorksheet('出生')?.getCell('G3').text).toMatch(/^error: “出生日期” holds no readable date/);
  expect(book.getWorksheet('核查摘要')?.getCell('A1').text).toBe('Summary of the check (fp-check)');
});

test('a sheet of the user’s own with the name of an added one keeps it', async () => {
  const { copy } = await annotated(
    await faultyLedger((book) => void book.addWorksheet('核查摘要').addRow(['我的摘要'])),
  );
  const names = (await openBook(copy)).worksheets.map(({ name }) => name);
  expect(names).toContain('核查摘要');
  expect(names).toContain('核查摘要 2');
});

test('a register with a column 核查结果 of its own keeps it', async () => {
  const ledger = await faultyLedger((book) => {
    const births = book.getWorksheet('出生');
    for (const [index, text] of ['核查结果', '已核'].entries()) {
      if (births !== undefined) births.getCell(index + 2, 7).value = text;
    }
  });
  const { copy } = await annotated(ledger);
  const births = (await openBook(copy)).getWorksheet('出生');
  expect([births?.getCell('G2').value, births?.getCell('G3').value]).toEqual(['核查结果', '已核']);
  expect(births?.getCell('H2').value).toBe('核查结果（fp-check）');
  expect((await annotated(copy)).copy.equals(copy)).toBe(true);
});

test('a chart in front of the registers is listed, whatever its name, and moves no mark to another sheet', async () => {
  const ledger = await faultyLedger((book) =>
    Object.assign(book.getWorksheet('图表') ?? {}, { orderNo: 0, name: '节育登记册' }),
  );
  const relationships = await partOf(ledger, 'xl/_rels/workbook.xml.rels');
  const withChart = relationships.replace(/\/worksheet"(?= Target="worksheets\/sheet3)/, '/chartsheet"');
  expect(withChart).not.toBe(relationships);
  const { checked, copy } = await annotated(await withParts(ledger, { 'xl/_rels/workbook.xml.rels': withChart }));
  const names = checked.report.ledgers.flatMap(({ sheets }) => sheets);
  expect(names.map(({ name, register }) => [name, register])).toEqual([
    ['节育登记册', null],
    ['村情', 'villages'],
    ['出生', 'births'],
  ]);
  expect(checked.report.diagnostics.filter(({ sheet }) => sheet === '节育登记册').map(({ code }) => code)).toEqual([
    'ignored-sheet',
  ]);
  const births = await partOf(copy, 'xl/worksheets/sheet2.xml');
  expect(births).toContain('核查结果');
  expect(await partOf(copy, 'xl/worksheets/sheet5.xml')).not.toContain(`location="'节育登记册'`); // no cell to go to
  expect((await annotated(copy)).copy.equals(copy)).toBe(true);
});

async function cellsOf(bytes: Uint8Array, name: string): Promise<readonly (readonly [string, unknown])[]> {
  const sheets = await openSheets(fileOf(bytes), { scoreHeader: (fields) => fields.length, limits: defaultLimits });
  const cells: (readonly [string, unknown])[] = [];
  for await (const { rows } of sheets.find((sheet) => sheet.name === name)?.rows() ?? [])
    for (const row of rows)
      row.cells.forEach((cell, column) => {
        if (cell !== null && cell !== undefined) cells.push([`${column}:${row.number}`, cell]);
      });
  return cells;
}

function noteText(note: unknown): string {
  if (typeof note === 'string') return note;
  const texts = (note as { readonly texts?: readonly { readonly text: string }[] } | undefined)?.texts ?? []; // as exceljs gives notes
  return texts.map(({ text }) => text).join('');
}

test('what is said of a covered cell is put where its merged range shows it', async () => {
  const head = [
    ['村名', '备查', '出生', null, '性别', '孩次', '政策属性'],
    [null, null, '编号', '日期'],
    ['东风村', '见附件', 'B1', '2025-03-07', '男', 1, '政策内'],
  ];
  const original = await workbookOf({ 出生: head }, (book) => {
    for (const range of ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2', 'G1:G2'])
      book.getWorksheet('出生')?.mergeCells(range);
  });
  const sheet = (await openBook((await annotated(original)).copy)).getWorksheet('出生');
  expect(sheet?.getCell('B1').fill).toMatchObject({ fgColor: { argb: toneColours.notice } });
  expect(JSON.stringify(sheet?.getCell('B1').note)).toContain('“备查”不是已知的列');
});

test('cells within merged ranges are shown by the first of them, others by themselves', () => {
  const merges = [
    { top: 2, bottom: 4, left: 1, right: 2 },
    { top: 4, bottom: 9, left: 4, right: 4 },
  ];
  const cells = [1, 2, 4, 9, 10].flatMap((row) => [1, 2, 4].map((column) => ({ row, column })));
  const shown = shownCells(cells, merges);
  expect(cells.map(shown).map(({ row, column }) => `${row}.${column}`)).toEqual([
    ...['1.1', '1.2', '1.4', '2.1', '2.1', '2.4', '2.1', '2.1', '4.4', '9.1', '9.2', '4.4', '10.1', '10.2', '10.4'],
  ]);
});
