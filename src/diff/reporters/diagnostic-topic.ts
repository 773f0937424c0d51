import type { Severity } from '../../model/diagnostic.ts';
import type { Group } from '../../model/grouped.ts';
import type { DiagnosticReport } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import { byCause, sayingsOf } from '../../reporters/causes.ts';
import { severityWords } from '../../reporters/labels.ts';
import { placesText } from '../../reporters/places.ts';
import { type Cell, left, right, type TopicMaker } from './topic.ts';

const SAYINGS = 5; // of one cause
const PLACES = 5;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** The problems in the data that are new, those that were mended, and how many still stand. */
export const diagnosticsTopic: TopicMaker = ({ diagnostics }, { isVerbose }) => {
  const kinds = [
    [{ zh: '新增', en: 'new' }, diagnostics.new],
    [{ zh: '已改正', en: 'fixed' }, diagnostics.fixed],
    ...(isVerbose ? [[{ zh: '仍在', en: 'still' }, diagnostics.still] as const] : []),
  ] as const;
  const { totals } = diagnostics;
  return {
    title: { zh: '数据问题', en: 'Problems in the data' },
    columns: [
      left('', ''),
      left('程度', 'Severity'),
      left('代码', 'Code'),
      right('处数', 'Places'),
      left('说明', 'Remarks'),
      left('位置', 'Where'),
    ],
    rows: kinds.flatMap(([kind, all]) => worstFirst(byCause(all)).flatMap((group) => rowsOf(kind, group))),
    remarks: [
      {
        zh: `新增 ${totals.new} 处，改正 ${totals.fixed} 处，仍在 ${totals.still} 处。`,
        en: `${totals.new} new, ${totals.fixed} fixed, ${totals.still} still there.`,
      },
    ],
  };
};

function worstFirst(groups: readonly Group<DiagnosticReport>[]): readonly Group<DiagnosticReport>[] {
  return [...groups].sort(([a], [b]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function rowsOf(kind: Words, group: Group<DiagnosticReport>): readonly (readonly Cell[])[] {
  const [{ severity, code }] = group;
  return sayingsOf(group, SAYINGS).map(({ words, diagnostics }) => {
    const where = { zh: placesText(diagnostics, PLACES, 'zh'), en: placesText(diagnostics, PLACES, 'en') };
    return [kind, severityWords[severity], code, diagnostics.length, words, where];
  });
}
