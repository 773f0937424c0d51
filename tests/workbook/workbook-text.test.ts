import { describe, expect, test } from 'vitest';
import type { WorkbookFile } from '../../src/workbook/package/workbook-file.ts';
import { type WorkbookChanges, workbookText } from '../../src/workbook/package/workbook-text.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const inFront = [
  { name: '核查摘要', sheetId: 8, relationship: 'rIdFp1', names: [] },
  {
    name: '问题明细',
    sheetId: 9,
    relationship: 'rIdFp2',
    names: [{ name: '_xlnm._FilterDatabase' as const, reference: "'问题明细'!$A$3:$L$9" }],
  },
];

function changed(inner: string, changes: Partial<WorkbookChanges> = {}): string {
  const text = `<workbook xmlns:r="${OFFICE}">${inner}</workbook>`;
  const file: WorkbookFile = {
    main: 'xl/workbook.xml',
    text,
    namespace: '',
    relationshipBase: OFFICE,
    sheets: [],
    partOfType: () => undefined,
  };
  return workbookText(file, { inFront, former: new Set(), filters: new Map(), ...changes });
}

const sheets = '<sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="7" r:id="rId2"/></sheets>';

describe('the workbook with sheets in front', () => {
  test('lists them first', () => {
    expect(
      [...changed(sheets).matchAll(/<sheet name="([^"]*)" sheetId="(\d+)" r:id="(\w+)"/g)].map(([, ...of]) => of),
    ).toEqual([
      ['核查摘要', '8', 'rIdFp1'],
      ['问题明细', '9', 'rIdFp2'],
      ['a', '1', 'rId1'],
      ['b', '7', 'rId2'],
    ]);
  });

  test.each([
    ['<bookViews><workbookView/></bookViews>', '<workbookView activeTab="2"/>'],
    [
      '<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews>',
      '<workbookView activeTab="3" firstSheet="3"/>',
    ],
    ['', '<bookViews><workbookView activeTab="2"/></bookViews><sheets>'],
    ['<bookViews/>', '<bookViews><workbookView activeTab="2"/></bookViews><sheets>'],
  ])('shows the sheet that was shown: %j', (views, wanted) => {
    expect(changed(views + sheets)).toContain(wanted);
  });

  test('moves names that belong to a sheet, and adds those of its own', () => {
    const names =
      '<definedNames><definedName name="all">a!A1</definedName><definedName name="own" localSheetId="1">b!A1</definedName></definedNames>';
    const text = changed(sheets + names);
    expect(text).toContain('<definedName name="all">');
    expect(text).toContain('<definedName name="own" localSheetId="3">');
    expect(text).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'问题明细'!$A$3:$L$9</definedName></definedNames>`,
    );
  });

  test('keeps the range of a filter in step', () => {
    const names =
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">a!$A$1:$B$5</definedName></definedNames>';
    const text = changed(sheets + names, { filters: new Map([[0, "'a'!$A$1:$C$9"]]) });
    expect(text).toContain(`localSheetId="2" hidden="1">'a'!$A$1:$C$9<`);
    expect(text).not.toContain('$B$5');
  });

  test('puts names where the order of a workbook has them', () => {
    expect(changed(`${sheets}<calcPr calcId="1"/>`)).toMatch(/<\/sheets><definedNames>.*<\/definedNames><calcPr/);
  });

  test('without names of its own stays without a list of names', () => {
    expect(changed(sheets, { inFront: [] })).not.toContain('definedName');
    expect(changed(`${sheets}<definedNames/>`)).toMatch(
      /<\/sheets><definedNames><definedName [^>]*>[^<]*<\/definedName><\/definedNames>/,
    );
  });

  test('takes those of an earlier run out, with their names', () => {
    const names =
      '<definedNames><definedName name="gone" localSheetId="0">x</definedName><definedName name="own" localSheetId="1">b!A1</definedName></definedNames>';
    const text = changed(`<bookViews><workbookView activeTab="1"/></bookViews>${sheets}${names}`, {
      former: new Set([0]),
    });
    expect(text).not.toContain('name="a"');
    expect(text).not.toContain('gone');
    expect(text).toContain('activeTab="2"');
    expect(text).toContain('<definedName name="own" localSheetId="2">');
  });
});
