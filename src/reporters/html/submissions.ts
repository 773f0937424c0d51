import type { Report } from '../../model/report.ts';
import { isInOrder, type VillageSubmission } from '../../model/submissions.ts';
import { labels } from '../labels.ts';
import { stateWords, submissionRemarks, submissionsSummary, submitterText, toFollowUp } from '../submissions.ts';
import { later } from './later.ts';
import { both, inBoth, type Markup, markup, nothing } from './markup.ts';

/** What was expected and what came: the villages to be followed up, and all, with how many rows each register has of them. */
export function submissionSection({ submissions }: Report): Markup {
  if (submissions === null) return nothing;
  const { villages, unreadable } = submissions;
  const open = toFollowUp(submissions);
  const stray = unreadable.map(({ file, reason }) => markup`<li>${file}: ${both(reason)}</li>`);
  return markup`<section id="submissions"><h2>${both(labels.submissions)}</h2>
<p>${inBoth((language) => submissionsSummary(submissions, language))}</p>${stray.length === 0 ? nothing : markup`<ul>${stray}</ul>`}
${open.length === 0 ? nothing : villageTable(open, [])}${later(villageTable(villages, submissions.registers), villages.length)}</section>`;
}

// The end tags, which HTML does not ask for, are left out: of a district they would be long.
function villageTable(villages: readonly VillageSubmission[], registers: readonly string[]): Markup {
  const rows = villages.map(
    (village) => markup`<tr><th scope="row">${submitterText(village)}
<td class="badge ${isInOrder(village) ? 'pass' : 'fail'}">${both(stateWords[village.state])}<td>${inBoth((language) => submissionRemarks(village, language))}${registers.map((register) => markup`<td>${village.rows[register] ?? '—'}`)}
`,
  );
  const columns = [labels.village, labels.status, labels.remark];
  return markup`<div class="scroll" tabindex="0"><table class="counts"><thead><tr>${columns.map((words) => markup`<th scope="col">${both(words)}</th>`)}
${registers.map((register) => markup`<th scope="col">${register}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
