import type { Report } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import type { Io } from './io.ts';
import { USUAL_LEAST } from './optional-values.ts';
import { readReport } from './report-reading.ts';

export interface RawPublishOptions {
  readonly publish?: string;
  readonly published?: string;
  readonly by?: string;
  readonly showValues?: boolean;
  readonly annotate?: string;
  readonly findings?: string;
}

/** The report as it goes out: as it is, or made fit for publication where that was asked for. */
export async function outgoing(report: Report, options: RawPublishOptions, io: Io): Promise<Report> {
  const least = leastNumber(options);
  if (least === null) return report;
  if (report.published !== null) throw problem(ALREADY);
  const earlier = options.published === undefined ? null : await readReport(options.published, io);
  if (earlier !== null && earlier.published === null) throw notPublished(options.published ?? '');
  const { publish } = await import('../publishing/publish.ts');
  return publish(report, { least, earlier, down: downTo(options.by) });
}

/** The files that a publication is compared with: as little to be written to as any other input. */
export function publishedLast({ published }: RawPublishOptions): readonly string[] {
  return published === undefined || published === '-' ? [] : [published];
}

/** The number below which numbers are suppressed; `null` where nothing is to be published. Refuses what contradicts it. */
export function leastNumber(options: RawPublishOptions): number | null {
  const { publish, published, showValues, annotate, findings } = options;
  if (publish === undefined) {
    if (published !== undefined) throw problem(ALONE);
    return null;
  }
  if (showValues === true) throw problem(SHOWS_VALUES);
  if (annotate !== undefined || findings !== undefined) throw wholeWorkbook(annotate === undefined);
  if (/^\d{1,6}$/.test(publish) && Number(publish) >= 2) return Number(publish);
  throw problem({
    zh: `--publish 后面应是不小于 2 的整数（默认 ${USUAL_LEAST}），不能是“${publish}”。`,
    en: `--publish takes a whole number, 2 or more (default ${USUAL_LEAST}), not “${publish}”.`,
  });
}

const ALONE: Words = {
  zh: '--published 只和 --publish 一起用：它指上一次公布的报告。',
  en: '--published goes with --publish only: it names the report that was published last.',
};
const SHOWS_VALUES: Words = {
  zh: '--publish 与 --show-values 不能同时用：单元格内容不能公布。',
  en: '--publish and --show-values contradict each other: what cells hold is not for publication.',
};
const ALREADY: Words = {
  zh: '这份报告已经是公布用的，不能再公布一次。请用原来的完整报告。',
  en: 'This report was made for publication already. Publish from the full report.',
};

/** Workbooks are for the village: each problem stands at its cell, beside rows that are persons. */
function wholeWorkbook(isAlone: boolean): UsageError {
  const option = isAlone ? '--findings' : '--annotate';
  return problem({
    zh: `--publish 与 ${option} 不能同时用：工作簿里有全部数字和每一行，不能公布。请分两次运行。`,
    en: `--publish and ${option} contradict each other: the workbook holds every number and every row, which is not for publication. Run twice.`,
  });
}

function notPublished(file: string): UsageError {
  return problem({
    zh: `“${file}”不是公布用的报告。--published 应是上一次用 --publish -f json 保存的报告。`,
    en: `“${file}” was not made for publication. --published names the report saved last time by --publish -f json.`,
  });
}

function problem(words: Words): UsageError {
  return new UsageError(words);
}

/** Villages, unless the option says to stop above them: a report is published only as far down as it is wanted. */
function downTo(by: string | undefined): 'total' | 'town' | 'village' {
  return by === 'total' || by === 'town' ? by : 'village';
}
