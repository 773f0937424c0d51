import type { IndicatorReport, Report, Status } from '../../model/report.ts';
import { causes, tellingCauses } from '../causes.ts';
import { labels } from '../labels.ts';
import { paragraph } from './grid.ts';
import type { View } from './view.ts';

/** What to do now, in the order in which it helps: for those who hold the ledgers. */
export function nextSteps(report: Report, on: View): readonly string[] {
  if (report.published !== null) return [];
  const { say, columns, paint } = on;
  const steps = [mendStep, unknownStep, missingStep, villageStep, detailStep, saveStep]
    .map((step) => step(report, on))
    .filter((text) => text !== undefined);
  return [paint.heading(say(labels.next)), ...steps.flatMap((text) => paragraph(text, columns, { lead: '  - ' }))];
}

type Step = (report: Report, on: View) => string | undefined;

const mendStep: Step = (report, { language }) => {
  if (tellingCauses(causes(report.diagnostics)).length === 0) return undefined;
  return language === 'zh'
    ? '在台账里改正上面所列的单元格，保存后用同一条命令再核查一次。'
    : 'Mend the cells listed above in the ledger, save it, and run the same command again.';
};

const unknownStep: Step = (report, { language }) => {
  const ids = measuresOf(report, 'undetermined');
  if (ids.length === 0) return undefined;
  return language === 'zh'
    ? `${ids.join('、')} 无法判定：不详的记录多到足以改变结论，查实补填后才能判定。`
    : `${ids.join(', ')}: undetermined, as the unknown records could tip the verdict; find out and fill in what is missing.`;
};

const missingStep: Step = (report, { language }) => {
  const ids = measuresOf(report, 'no-data');
  if (ids.length === 0) return undefined;
  return language === 'zh'
    ? `${ids.join('、')} 无数据：补上所需的登记册或列，或在“指标数据”表里填分子和分母。`
    : `${ids.join(', ')}: no data; add the register or column needed, or fill in numerator and denominator in a sheet 指标数据.`;
};

const villageStep: Step = ({ areas, indicators }, { screen, language }) => {
  const hasFailed = indicators.some(({ status }) => status === 'fail');
  if (!hasFailed || areas.length < 2 || screen.by !== 'total') return undefined;
  return language === 'zh'
    ? '想知道未达标出在哪些村，在命令后加 --by village。'
    : 'To see in which villages it fails, add --by village to the command.';
};

const detailStep: Step = ({ diagnostics }, { screen, language }) => {
  if (diagnostics.length === 0 || screen.verbosity === 'verbose') return undefined;
  return language === 'zh'
    ? '想看全部问题和每张表的读取情况，加 -v。'
    : 'To see every problem and how each sheet was read, add -v.';
};

const saveStep: Step = (_report, { language }) =>
  language === 'zh'
    ? '要交给其他程序或留存，加 -f json，得到完整的结果。'
    : 'To keep the whole result or hand it to a program, add -f json.';

function measuresOf(
  { indicators }: { readonly indicators: readonly IndicatorReport[] },
  status: Status,
): readonly string[] {
  return indicators.flatMap(({ measures }) =>
    measures.filter((measure) => measure.status === status).map(({ id }) => id),
  );
}
