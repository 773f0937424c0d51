const password = 'encrypted: SheetJS refuses it too';
const damaged = 'damaged by a fuzzer: SheetJS refuses it too';

/** The files that are refused, and why: one that is refused beyond these, or no longer, fails the run. */
export const refusals: ReadonlyMap<string, string> = new Map([
  ['calamine/issue252.xlsx', 'a part fails its checksum; Python refuses it too'],
  ['calamine/issue_385.xls', password],
  ['calamine/issue_594_dos.ods', 'a few cells repeated into thousands of millions'],
  ['calamine/pass_protected.ods', password],
  ['calamine/pass_protected.xlsx', password],
  ['calamine/too_small.xls', 'plain text'],
  ['closedxml/~$LoadPivotTables.xlsx', 'the lock that Excel leaves beside an open workbook'],
  ['excelize/encryptAES.xlsx', password],
  ['excelize/encryptSHA1.xlsx', password],
  ['excelize/encryptSHA512.xlsx', password],
  ['hostile/01-bomb-1GB-spaces-sheet.xlsx', 'a gigabyte of spaces'],
  ['hostile/05-billion-laughs-sst.xlsx', 'entities that expand'],
  ['hostile/09-row-number-1e12.xlsx', 'a row beyond the last'],
  ['hostile/21-deep-nesting-1M.xlsx', 'a million levels'],
  ['hostile/25-cell-ref-proto.xlsx', 'a cell named __proto__'],
  ['hostile/27-100k-sheets-entries.xlsx', '100,000 entries'],
  ['hostile/29-long-cellref-redos.xlsx', 'a reference of thousands of letters'],
  ['hostile/41-duplicate-entries.xlsx', 'a sheet that is there twice'],
  ['hostile/45-empty.xlsx', 'no bytes'],
  ['hostile/47-csv-as-xlsx.xlsx', 'plain text'],
  ['poi/35897-type4.xls', password],
  ['poi/54764-2.xlsx', 'a DOCTYPE'],
  ['poi/clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx', damaged],
  ['poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-5175219985448960.xls', damaged],
  ['poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-5889658057523200.xls', damaged],
  ['poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls', damaged],
  ['poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-6322470200934400.xls', damaged],
  ['poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx', damaged],
  ['poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx', damaged],
  ['poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6504225896792064.xlsx', damaged],
  ['poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx', damaged],
  ['poi/password.xls', password],
  ['poi/protect.xlsx', password],
  ['poi/protected_passtika.xlsx', password],
]);

const chineseFormats =
  'formats that Chinese Excel builds in, and Chinese numerals, are dates; SheetJS takes them for numbers';
const richInline = 'SheetJS leaves the runs of an inline string out that follow plain text';

/** The files that two readers read otherwise, in how many cells, and why ours stands. */
export const differences: ReadonlyMap<string, { readonly cells: number; readonly why: string }> = new Map([
  ['calamine/has_x000D_inline.xlsx', { cells: 1, why: '_x000D_ before a line feed are both kept' }],
  ['calamine/inlineStr_with_value.xlsx', { cells: 1, why: richInline }],
  ['calamine/minimal_package.xlsx', { cells: 1, why: richInline }],
  [
    'calamine/richtext-after-plain.xlsx',
    { cells: 1, why: 'SheetJS leaves the runs of a shared string out that follow plain text' },
  ],
  ['easyexcel/dataformat.xlsx', { cells: 7, why: chineseFormats }],
  ['hostile/53-chinese-date-format.xlsx', { cells: 3, why: chineseFormats }],
  ['hutool/data_for_sax_test.xlsx', { cells: 1, why: 'the long date of the system ([$-F800]) is a date' }],
  ['poi/52575_main.xlsx', { cells: 1, why: 'an inline string whose text stands in the value is text' }],
  ['readxl/inlineStr.xlsx', { cells: 1, why: richInline }],
  ['readxl/inlineStr2.xlsx', { cells: 2, why: richInline }],
  ['readxl/los-angeles-arrests-xlsx.xlsx', { cells: 1, why: richInline }],
  ['readxl/missing-v-node-xlsx.xlsx', { cells: 1, why: 'a formula without a value is said to be one' }],
  [
    'readxl/richtext-coloured.xlsx',
    { cells: 1, why: 'SheetJS leaves the runs of a shared string out that follow plain text' },
  ],
]);

/** The files of which LibreOffice shows the marked copy otherwise, and why that is none of our doing. */
export const otherInLibreOffice: ReadonlyMap<string, string> = new Map([
  ['calamine/table_with_insertrow_attribute.xlsx', 'random numbers, drawn anew whenever the file is opened'],
  ['excelize/BadWorkbook.xlsx', 'the workbook lists no sheet; LibreOffice makes one up where there is no other'],
]);
