import { createHash } from 'node:crypto';
import { type Report, statuses } from '../../model/report.ts';
import type { Language, Words } from '../../model/words.ts';
import { SUPPRESSED } from '../figures.ts';
import { explainedWord, labels, problemWords } from '../labels.ts';
import { printableData } from '../printable.ts';
import type { Reporter } from '../reporter.ts';
import { runFacts } from '../run-facts.ts';
import { definitionSection, problemSection } from './details.ts';
import { indicatorSection, statusBadge } from './indicators.ts';
import { both, type Markup, markup, nothing } from './markup.ts';
import { matrixSections } from './matrix.ts';
import { readingSection } from './reading.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { submissionSection } from './submissions.ts';

/**
 * One self-contained page in both languages: it loads nothing, sends nothing, and runs no script but its own.
 *
 * The link that expects its end keeps a browser from painting it by pieces, each time anew.
 */
export const html: Reporter = (report, { language }) => {
  const clean = printableData(report);
  const page = markup`<!doctype html>
<html lang="${languageTags[language]}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<link rel="expect" href="#end" blocking="render"><link rel="icon" href="data:,"><title>${labels.tool[language]}</title><style>${{ html: style }}</style></head>
<body>
${head(clean, language)}
<main>${[summarySection(clean), submissionSection(clean), indicatorSection(clean), ...matrixSections(clean)]}
${[problemSection(clean), readingSection(clean), definitionSection(clean)]}</main>
<footer id="end"><p class="history">${both(clean.notices)}</p></footer>
<script>${{ html: script }}</script>
</body></html>
`;
  return page.html;
};

const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Whatever a ledger might bring in, only the page's own style and script have these digests. */
const policy = [
  "default-src 'none'",
  `style-src '${digest(style)}'`,
  `script-src '${digest(script)}'`,
  "img-src data:; base-uri 'none'; form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function head(report: Report, language: Language): Markup {
  const [zh, en] = [runFacts(report, 'zh'), runFacts(report, 'en')];
  const facts = zh.map(({ label, text }, index) => {
    const words = { zh: text, en: en[index]?.text ?? text };
    return markup`<dt>${both(label)}</dt><dd>${both(words)}</dd>`;
  });
  return markup`<header><div><h1>${both(labels.tool)}</h1><small>fp-check ${report.tool.version}</small></div>
<p class="switch">${(['zh', 'en'] as const).map((each) => languageButton(each, language))}</p></header>
<dl class="facts">${facts}</dl>
${report.showsValues ? markup`<p class="warn">${both(labels.showsValues)}</p>` : nothing}
<nav>${sections(report).map(([id, words]) => markup`<a href="#${id}">${both(words)}</a>`)}</nav>`;
}

/** The sections that the page has, by their anchors. */
function sections({ submissions, towns, areas, diagnostics, ledgers }: Report): readonly (readonly [string, Words])[] {
  const all = [
    ['submissions', labels.submissions, submissions !== null],
    ['indicators', labels.indicatorList, true],
    ['towns', labels.towns, towns.length > 0],
    ['villages', labels.villages, areas.length > 0],
    ['problems', labels.problems, diagnostics.length > 0],
    ['reading', labels.reading, ledgers.some(({ sheets }) => sheets.length > 0)],
    ['definitions', labels.definitions, true],
  ] as const;
  return all.flatMap(([id, words, isThere]) => (isThere ? [[id, words] as const] : []));
}

function languageButton(each: Language, chosen: Language): Markup {
  const name = { zh: '中文', en: 'English' }[each];
  return markup`<button type="button" data-language="${languageTags[each]}" data-title="${labels.tool[each]}" aria-pressed="${`${each === chosen}`}">${name}</button> `;
}

function summarySection({ summary, explained }: Report): Markup {
  const tiles = statuses
    .filter((status) => summary[status] > 0)
    .map((status) => markup`<li><b>${summary[status]}</b>${statusBadge(status)}</li>`);
  const problems = (['errors', 'warnings', 'notices'] as const).map(
    (severity) => markup`<li><b>${summary[severity] ?? SUPPRESSED}</b>${both(problemWords[severity])}</li>`,
  );
  const settled = explained.length === 0 ? [] : [markup`<li><b>${explained.length}</b>${both(explainedWord)}</li>`];
  return markup`<section id="summary"><h2>${both(labels.summary)}</h2><ul class="tiles">${tiles}</ul><ul class="tiles">${problems}${settled}</ul></section>`;
}
