import { type DiagnosticCode, diagnosticKinds, type Severity } from '../model/diagnostic.ts';
import type { DiagnosticReport, Report } from '../model/report.ts';
import { jsonText } from './json.ts';
import { printableData } from './printable.ts';
import type { Reporter } from './reporter.ts';

/** The diagnostics as SARIF 2.1.0: a rule for each code, cells as logical locations, as a workbook has no lines. */
export const sarif: Reporter = (report) => {
  const clean = printableData(report);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run(clean)],
  };
  return jsonText(log);
};

/** A relative URI reference: the names of folders and files percent-encoded, the slashes kept. */
export function fileUri(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('//') ? path.replace(/^\/+/, '/') : path; // “//name” would name a host
}

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>;

// The keys of the table are the codes.
const codes = Object.keys(diagnosticKinds) as DiagnosticCode[];

function run(report: Report) {
  const files = [
    ...new Set([...report.ledgers.map(({ file }) => file), ...report.diagnostics.flatMap(({ file }) => file ?? [])]),
  ];
  const { period, profile, published, summary, notices, diagnosticTotals } = report;
  return {
    tool: {
      driver: {
        name: 'fp-check',
        version: report.tool.version,
        rules: codes.map(rule),
      },
    },
    language: 'zh-CN',
    columnKind: 'utf16CodeUnits',
    artifacts: files.map((file) => artifact(file, report)),
    results: report.diagnostics.map((diagnostic) => result(diagnostic, files)),
    properties: { period, profile, published, summary, notices, diagnosticTotals },
  };
}

function rule(code: DiagnosticCode) {
  const { severity, mend, example } = diagnosticKinds[code];
  return {
    id: code,
    shortDescription: { text: `${example.zh} / ${example.en}` },
    help: { text: `${mend.zh}\n${mend.en}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function artifact(file: string, { ledgers }: Report) {
  const sha256 = ledgers.find((ledger) => ledger.file === file)?.sha256;
  const location = { uri: fileUri(file) };
  return sha256 === undefined ? { location } : { location, hashes: { 'sha-256': sha256 } };
}

function result(diagnostic: DiagnosticReport, files: readonly string[]) {
  const { code, severity, messages, decides } = diagnostic;
  const location = locationOf(diagnostic, files);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: messages.zh },
    ...(location === undefined ? {} : { locations: [location] }),
    ...(decides.length === 0 ? {} : { properties: { decides } }),
  };
}

function locationOf({ file, sheet, cell, row }: DiagnosticReport, files: readonly string[]) {
  const spot = cell ?? (row === null ? null : `${row}:${row}`); // a whole row, as a spreadsheet writes it
  const names = [sheet, spot].filter((name) => name !== null);
  const kind = spot === null ? 'sheet' : cell === null ? 'row' : 'cell';
  const logical = { name: names.at(-1) ?? '', fullyQualifiedName: names.join('!'), kind };
  const physical = { artifactLocation: { uri: fileUri(file ?? ''), index: files.indexOf(file ?? '') } };
  if (file === null && names.length === 0) return undefined;
  return {
    ...(file === null ? {} : { physicalLocation: physical }),
    ...(names.length === 0 ? {} : { logicalLocations: [logical] }),
  };
}
