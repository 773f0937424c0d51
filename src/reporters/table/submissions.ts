import type { Report } from '../../model/report.ts';
import type { VillageSubmission } from '../../model/submissions.ts';
import { NONE } from '../figures.ts';
import { labels } from '../labels.ts';
import { stateWords, submissionRemarks, submissionsSummary, submitterText, toFollowUp } from '../submissions.ts';
import { GAP, gridRow, gridWidth, paragraph, widest } from './grid.ts';
import type { View } from './view.ts';

/** What came and what did not: the villages to follow up, and on request how many rows each register has of each. */
export function submissions({ submissions: found }: Report, on: View): readonly string[] {
  if (found === null) return [];
  const { say, language, columns, paint, screen } = on;
  const stray = found.unreadable.map(({ file, reason }) => `${file}${language === 'zh' ? '：' : ': '}${say(reason)}`);
  return [
    paint.heading(say(labels.submissions)),
    ...paragraph(submissionsSummary(found, language), columns, { lead: '  ' }),
    ...villageLines(toFollowUp(found), on),
    ...stray.flatMap((text) => paragraph(text, columns, { lead: '  ' })),
    ...(screen.verbosity === 'verbose' ? ['', ...matrixLines(found.registers, found.villages, on)] : []),
  ];
}

function villageLines(villages: readonly VillageSubmission[], { say, language, columns, paint }: View) {
  const states = villages.map(({ state }) => say(stateWords[state]));
  const names = villages.map(submitterText);
  const [state, name] = [{ width: widest(states) }, { width: Math.min(widest(names), Math.floor(columns / 3)) }];
  const rest = { width: columns - 2 - gridWidth([state, name]) - GAP };
  return villages.flatMap((village, index) => {
    const style = village.state === 'received' ? paint.severity.warning : paint.severity.error;
    const cells = [
      { text: states[index] ?? '', style },
      { text: names[index] ?? '' },
      { text: submissionRemarks(village, language) },
    ];
    return gridRow(cells, [state, name, rest]).map((line) => `  ${line}`);
  });
}

/** The completeness matrix: rows by village and register, in bands as wide as the screen. */
function matrixLines(
  registers: readonly string[],
  villages: readonly VillageSubmission[],
  on: View,
): readonly string[] {
  const name = { width: Math.min(widest(villages.map((village) => village.name)), Math.floor(on.columns / 3)) };
  const cellOf = ({ rows }: VillageSubmission, register: string) => `${rows[register] ?? NONE}`;
  const widthOf = (register: string) => widest([register, ...villages.map((village) => cellOf(village, register))]);
  const fits = Math.max(1, Math.floor((on.columns - name.width) / (widest(registers) + GAP)));
  const bands = Array.from({ length: Math.ceil(registers.length / fits) }, (_, band) =>
    registers.slice(band * fits, (band + 1) * fits),
  );
  return bands.flatMap((band) => {
    const columns = [name, ...band.map((register) => ({ width: widthOf(register), align: 'right' as const }))];
    const head = gridRow([{ text: '' }, ...band.map((text) => ({ text }))], columns).map(on.paint.faint);
    const rows = villages.flatMap((village) =>
      gridRow([{ text: village.name }, ...band.map((register) => ({ text: cellOf(village, register) }))], columns),
    );
    return [...head, ...rows];
  });
}
