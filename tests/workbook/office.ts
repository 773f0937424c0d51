import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why another program cannot be asked; `null` where it can. */
export function whyNot(program: 'soffice' | 'python3'): string | null {
  const [command, ...words] = program === 'soffice' ? ['soffice', '--version'] : [PYTHON, '-c', 'import openpyxl'];
  try {
    execFileSync(command ?? '', words, { stdio: 'ignore' });
    return null;
  } catch {
    return program === 'soffice' ? 'no LibreOffice: install libreoffice-calc' : 'no Python with openpyxl';
  }
}

/**
 * Has LibreOffice open and save files; answers what it made of each, by the names that it gave. A profile of its own keeps
 * it apart from any other.
 */
export async function converted(
  files: Readonly<Record<string, Uint8Array>>,
  { folder, to }: { readonly folder: string; readonly to: 'xlsx' | 'csv' },
): Promise<Readonly<Record<string, Readonly<Record<string, Buffer>>>>> {
  const [from, out] = [join(folder, 'from'), join(folder, 'out')];
  for (const path of [from, out]) mkdirSync(path, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(from, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const filter =
    to === 'xlsx'
      ? 'xlsx:Calc MS Excel 2007 XML'
      : 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const paths = Object.keys(files).map((name) => join(from, name));
  await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, ...paths], {
    timeout: 570_000,
  });
  const made = readdirSync(out).sort();
  return Object.fromEntries(
    Object.keys(files).map((name) => {
      const stem = name.replace(/\.\w+$/, '');
      const own = made.filter((file) => file === `${stem}.${to}` || (to === 'csv' && file.startsWith(`${stem}-`)));
      return [name, Object.fromEntries(own.map((file) => [file, readFileSync(join(out, file))]))];
    }),
  );
}

/** Runs a Python script with arguments; answers what it prints. */
export async function python(script: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run(PYTHON, ['-c', script, ...words], { timeout: 300_000, maxBuffer: 1 << 28 });
  return stdout;
}

const PYTHON = process.env['FP_CHECK_PYTHON'] ?? '/usr/bin/python3';
