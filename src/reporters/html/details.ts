import type { MeasureReport, Report } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import { type Cause, cappedCodes, causes, sayingsOf } from '../causes.ts';
import { labels, severityWords } from '../labels.ts';
import { placesText } from '../places.ts';
import { later, soon } from './later.ts';
import { both, inBoth, type Markup, markup, nothing } from './markup.ts';

const SAYINGS_SHOWN = 20; // of one cause
const PLACES_SHOWN = 20;

/** The diagnostics by cause, those first that may settle a measure. */
export function problemSection(report: Report): Markup {
  const all = causes(report.diagnostics);
  if (all.length === 0) return nothing;
  const columns = [labels.severity, labels.number, labels.remark, labels.place, labels.howToMend];
  const capped = cappedCodes(report).map(({ code, total }) => markup`<li><code>${code}</code>: ${total}</li>`);
  const table = markup`<div class="scroll" tabindex="0"><table>${tableHead(columns)}<tbody>${all.flatMap(causeRows)}</tbody></table></div>
${capped.length === 0 ? nothing : markup`<p>${both(labels.capped)}</p><ul>${capped}</ul>`}`;
  return markup`<section id="problems"><h2>${both(labels.problems)}</h2>${soon(table)}</section>`;
}

/** What each measure is, and where its threshold comes from. */
export function definitionSection({ indicators }: Report): Markup {
  const measures = indicators.flatMap((indicator) => indicator.measures);
  const all = markup`<dl>${measures.map(definition)}</dl>`;
  return markup`<section id="definitions"><h2>${both(labels.definitions)}</h2>${later(all, measures.length)}</section>`;
}

function causeRows({ severity, code, diagnostics: all, mend, decides }: Cause): readonly Markup[] {
  const settles = decides.length === 0 ? nothing : markup`<br>${both(labels.settles)} ${decides.join(', ')}`;
  return sayingsOf(all, SAYINGS_SHOWN).map(
    ({
      words,
      diagnostics,
    }) => markup`<tr><td><span class="badge ${severity}">${both(severityWords[severity])}</span><br><code>${code}</code></td>
<td class="number">${diagnostics.length}</td><td>${both(words)}${settles}</td>
<td>${inBoth((language) => placesText(diagnostics, PLACES_SHOWN, language))}</td><td>${both(mend)}</td></tr>
`,
  );
}

function definition({ id, names, definition: text, source, window }: MeasureReport): Markup {
  const span = window.from === null ? window.to : `${window.from} – ${window.to}`;
  return markup`<dt id="m${id}">${id} ${both(names)}</dt><dd>${both(text)}<br><small>${span} · ${both(source)}</small></dd>
`;
}

export function tableHead(columns: readonly Words[]): Markup {
  return markup`<thead><tr>${columns.map((words) => markup`<th scope="col">${both(words)}</th>`)}</tr></thead>`;
}
