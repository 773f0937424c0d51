import type { IndicatorReport, MeasureReport, Report, Status } from '../../model/report.ts';
import { partsText, remarksText, thresholdText, unjudgedText, unknownText, valueText } from '../figures.ts';
import { labels, statusWords } from '../labels.ts';
import { bulletChart } from './chart.ts';
import { both, inBoth, type Markup, markup, nothing } from './markup.ts';

/** The indicators with their measures, drawn against their thresholds. */
export function indicatorSection({ indicators }: Report): Markup {
  return markup`<section id="indicators"><h2>${both(labels.indicatorList)}</h2>
<div class="scroll" tabindex="0"><table class="indicators">
<thead><tr><th scope="col"></th>${[
    labels.measure,
    labels.value,
    labels.chart,
    labels.parts,
    labels.unknown,
    labels.threshold,
    labels.status,
    labels.remark,
  ].map((words) => markup`<th scope="col">${both(words)}</th>`)}</tr></thead>
${indicators.map(indicatorBody)}
</table></div>
<p class="key">${both(labels.chartKey)}</p></section>`;
}

export function statusBadge(status: Status): Markup {
  return markup`<span class="badge ${status}">${both(statusWords[status])}</span>`;
}

function indicatorBody(indicator: IndicatorReport): Markup {
  const [first, ...others] = indicator.measures;
  if (first !== undefined && others.length === 0) return markup`<tbody>${measureRow(first, 'th')}</tbody>`;
  const unjudged =
    unjudgedText(indicator, 'en') === undefined
      ? nothing
      : inBoth((language) => unjudgedText(indicator, language) ?? '');
  return markup`<tbody><tr class="indicator"><th scope="row">${indicator.id}</th><th scope="rowgroup" colspan="6">${both(indicator.names)}</th>
<td>${statusBadge(indicator.status)}</td><td>${unjudged}</td></tr>
${indicator.measures.map((measure) => measureRow(measure, 'td'))}</tbody>`;
}

function measureRow(measure: MeasureReport, cell: 'th' | 'td'): Markup {
  const { id, names, threshold, status } = measure;
  const title =
    cell === 'th'
      ? markup`<tr class="indicator"><th scope="row">${id}</th><th scope="row">${both(names)}</th>`
      : markup`<tr><td class="id">${id}</td><td>${both(names)}</td>`;
  return markup`${title}<td class="number">${dash(valueText(measure))}</td><td>${bulletChart(measure)}</td>
<td class="number">${dash(partsText(measure))}</td><td class="number">${dash(unknownText(measure))}</td>
<td class="threshold">${inBoth((language) => dash(thresholdText(threshold, language)))}</td><td>${statusBadge(status)}</td>
<td>${inBoth((language) => remarksText(measure, language))}</td></tr>
`;
}

function dash(text: string): string {
  return text === '-' ? '—' : text;
}
