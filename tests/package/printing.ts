import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openZip } from '../../src/parsers/zip.ts';
import { readEntry } from '../../src/parsers/zip-entry.ts';
import { fileOf } from '../workbook/workbooks.ts';
import { ran } from './programs.ts';

/** Under what a report is made that it must not depend on. */
export interface Place {
  readonly node: string;
  readonly zone: string;
  readonly locale: string;
}

export const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns'];
export const locales = ['zh_CN.UTF-8', 'en_US.UTF-8'];
export const formats = ['table', 'json', 'csv', 'markdown', 'html', 'junit', 'sarif', 'github'];

/** The digests of everything that the installed program in `home` makes of June: reports, and parts of the marked copy. */
export async function digestsOf(home: string, { node, zone, locale }: Place) {
  const folder = [node, zone, locale].join('-').replace(/\W/g, '-');
  mkdirSync(join(home, folder));
  const outputs = formats.flatMap((format) => ['-f', `${format}=${folder}/${format}`]);
  const argv = ['node_modules/fp-check/bin/fp-check.js', '2025-06.xlsx', '--lang', 'zh', '-v', ...outputs];
  const env = { TZ: zone, LANG: locale, LC_ALL: locale };
  const { code, stderr } = ran(node, [...argv, '-a', `${folder}/copy.xlsx`], { cwd: home, env });
  if (code !== 1) throw new Error(`Exit code ${code} in ${folder}: ${stderr}`); // June has findings
  const reports = formats.map((format) => [format, digest(readFileSync(join(home, folder, format)))] as const);
  const archive = await openZip(fileOf(readFileSync(join(home, folder, 'copy.xlsx'))), defaultLimits);
  const parts: (readonly [string, string])[] = [];
  for (const entry of archive.entries) parts.push([entry.name, digest(await readEntry(archive, entry))]);
  return new Map([...reports, ...parts]);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
