import type { AreaReport, MeasureReport, Report, ShownFigures } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import { areaNames, markedValue, marksIn, measuresOf, thresholdSign } from '../area-figures.ts';
import { SUPPRESSED } from '../figures.ts';
import { labels, statusWords } from '../labels.ts';
import { later } from './later.ts';
import { both, type Markup, markup, nothing } from './markup.ts';

/** Villages and towns by measures: tables that sort by a click on a head and filter by name and status. */
export function matrixSections(report: Report): readonly Markup[] {
  return [
    matrixSection(report, report.towns, { id: 'towns', title: labels.towns }),
    matrixSection(report, report.areas, { id: 'villages', title: labels.villages }),
  ];
}

interface Section {
  readonly id: string;
  readonly title: Words;
}

function matrixSection(report: Report, areas: readonly AreaReport[], { id, title }: Section): Markup {
  if (areas.length === 0) return nothing;
  const { shown } = measuresOf(report, areas);
  const names = areaNames(areas);
  const content = markup`<p class="controls"><label>${both(labels.filter)} <input type="search" autocomplete="off"></label>
<label><input type="checkbox"> ${both(labels.onlyFailing)}</label>
<output aria-live="polite"></output></p>
<p class="key">${legend(areas)}</p>
<div class="scroll" tabindex="0"><table class="matrix">
<thead><tr><th scope="col" class="name" aria-sort="none"><button type="button">${both(labels.name)}</button></th>${shown.map(headCell)}</tr></thead>
<tbody>${areas.map((area, index) => areaRow(area, names[index] ?? '', shown))}</tbody>
</table></div>`;
  return markup`<section id="${id}"><h2>${both(title)}</h2>${later(content, areas.length)}</section>`;
}

function headCell(measure: MeasureReport): Markup {
  const { id, names } = measure;
  return markup`<th scope="col" aria-sort="none"><button type="button" title="${names.zh} · ${names.en}">${id}</button><small>${thresholdSign(measure)}</small></th>`;
}

// What is left out of the cells (the end tags) would be a third of the page of a district.
function areaRow({ town, measures }: AreaReport, name: string, shown: readonly MeasureReport[]): Markup {
  const place = town === null ? nothing : markup` <small>${town}</small>`;
  return markup`<tr><th scope="row" class="name">${name}${place}${shown.map((measure) => figureCell(measures[measure.id]))}
`;
}

function figureCell(figures: ShownFigures | undefined): Markup {
  const text = markedValue(figures);
  if (text === SUPPRESSED) return markup`<td class="suppressed">${text}`;
  if (figures === undefined || figures.value === null) return markup`<td class="no-data">—`;
  return figures.status === 'pass' ? markup`<td>${text}` : markup`<td class="${figures.status}">${text}`;
}

function legend(areas: readonly AreaReport[]): Markup {
  const marks = marksIn(areas.flatMap(({ measures }) => Object.values(measures)));
  return markup`${marks.map(({ mark, status }) => markup`<span>${mark} ${both(statusWords[status])}</span> `)}<span>— ${both(labels.nothing)}</span>`;
}
