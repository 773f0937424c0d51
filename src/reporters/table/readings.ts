import type { LedgerReport, Report, SheetReport } from '../../model/report.ts';
import { labels } from '../labels.ts';
import { sheetReading } from '../readings.ts';
import { paragraph } from './grid.ts';
import type { View } from './view.ts';

/** What was read of every ledger, sheet by sheet; shown when asked for. */
export function readings(report: Report, on: View): readonly string[] {
  return on.screen.verbosity === 'verbose' ? ledgerReadings(report, on) : [];
}

export function ledgerReadings({ ledgers }: Pick<Report, 'ledgers'>, on: View): readonly string[] {
  return [on.paint.heading(on.say(labels.reading)), ...ledgers.flatMap((ledger) => ledgerLines(ledger, on))];
}

function ledgerLines({ file, sha256, sheets }: LedgerReport, on: View): readonly string[] {
  return [
    ...paragraph(`${file}  sha256 ${sha256.slice(0, 12)}`, on.columns, { indent: 2 }),
    ...sheets.flatMap((sheet) => sheetLines(sheet, on)),
  ];
}

function sheetLines(sheet: SheetReport, { say, language, columns }: View): readonly string[] {
  const zh = language === 'zh';
  const { name, read, skipped, encoding, hidden, ignoredColumns } = sheetReading(sheet, language);
  const facts = [read, skipped, encoding, hidden].filter((fact) => fact !== '');
  const text = `${name}${zh ? '：' : ': '}${facts.join(zh ? '；' : '; ')}`;
  const ignored =
    ignoredColumns === '' ? [] : paragraph(say(labels.ignoredColumns) + ignoredColumns, columns, { indent: 6 });
  return [...paragraph(text, columns, { lead: '    ', indent: 6 }), ...ignored];
}
