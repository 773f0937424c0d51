import type { SubmissionsReport, VillageSubmission } from '../../src/model/submissions.ts';

const village: VillageSubmission = {
  code: '990110',
  name: '东风村',
  town: '清河镇',
  state: 'received',
  received: '2025-07-01',
  files: ['2025-06/990110.xlsx'],
  oddities: [],
  copyOf: null,
  rows: { births: 12, women: 300 },
};

/** A month in which one village is in order, and the others are not; two of them with names that try to be markup. */
export const sampleSubmissions: SubmissionsReport = {
  due: '2025-07-03',
  registers: ['births', 'women'],
  villages: [
    village,
    { ...village, code: null, name: '<b>"红旗" & ]]></b>', state: 'late', received: '2025-07-04', rows: { births: 3 } },
    { ...village, name: '::error::南沟村', town: null, state: 'missing', received: null, files: [], rows: {} },
    { ...village, name: '北沟村', oddities: ['unchanged', 'copied', 'twice'], copyOf: '东风村' },
  ],
  unreadable: [{ file: 'a&b".xlsx', reason: { zh: '不是工作簿 <x>。', en: 'No workbook <x>.' } }],
  summary: {
    expected: 4,
    received: 2,
    late: 1,
    missing: 1,
    empty: 0,
    unreadable: 0,
    unexpected: 0,
    unchanged: 1,
    copied: 1,
    twice: 1,
    strayFiles: 1,
  },
};
