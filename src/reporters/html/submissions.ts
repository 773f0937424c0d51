import type { Report } from '../../model/report.ts';
import { isInOrder } from '../../model/submissions.ts';
import { labels } from '../labels.ts';
import { stateWords, submissionRemarks, submissionsSummary, submitterText } from '../submissions.ts';
import { both, inBoth, type Markup, markup, nothing } from './markup.ts';

/** What was expected and what came: every village, with how many rows each register has of it. */
export function submissionSection({ submissions }: Report): Markup {
  if (submissions === null) return nothing;
  const { registers, villages, unreadable } = submissions;
  const rows = villages.map(
    (village) => markup`<tr><th scope="row" class="name">${submitterText(village)}</th>
<td><span class="badge ${isInOrder(village) ? 'pass' : 'fail'}">${both(stateWords[village.state])}</span></td>
<td>${inBoth((language) => submissionRemarks(village, language))}</td>
${registers.map((register) => markup`<td class="number">${village.rows[register] ?? '—'}</td>`)}</tr>
`,
  );
  const stray = unreadable.map(({ file, reason }) => markup`<li>${file}: ${both(reason)}</li>`);
  return markup`<section id="submissions"><h2>${both(labels.submissions)}</h2>
<p>${inBoth((language) => submissionsSummary(submissions, language))}</p>${stray.length === 0 ? nothing : markup`<ul>${stray}</ul>`}
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${both(labels.village)}</th><th scope="col">${both(labels.status)}</th>
<th scope="col">${both(labels.remark)}</th>${registers.map((register) => markup`<th scope="col">${register}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
