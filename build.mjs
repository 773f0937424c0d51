// Bundles src into dist: a small entry, what is loaded on demand in a few pieces, and a module for other programs.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** The modules that src loads on demand, by the occasion. What no list names is `seldom` needed. */
const occasions = {
  everyday: [
    'cli/mistyped-command.ts',
    'cli/check-command.ts',
    'cli/check-options.ts',
    'reporters/table/table.ts',
    'reporters/json.ts',
  ],
  workbooks: ['parsers/package.ts', 'parsers/foreign/old-workbook.ts'],
  long: ['reading/digest-thread.ts'],
  comparing: [
    'cli/diff-command.ts',
    'cli/trend-command.ts',
    'cli/canon-command.ts',
    'diff/reporters/markdown.ts',
    'diff/reporters/screen.ts',
    'diff/reporters/workbook.ts',
  ],
  settings: ['profiles/configuration.ts', 'profiles/schema.ts'],
  // All else that needs zod, which is larger than the rest together.
  schemas: ['saved/saved-report.ts', 'saved/report-json-schema.ts', 'diff/schema.ts'],
};
const ON_DEMAND = /\bimport\('(\.[^']+\.ts)'\)/g;

/**
 * Loads modules by the occasion instead of one by one. esbuild makes a file of whatever any two modules on demand have
 * in common, some thirty for a plain check, and to open a file takes Node as long as to read a hundred kilobytes.
 */
async function byOccasion() {
  const occasionOf = (module) => Object.keys(occasions).find((name) => occasions[name].includes(module)) ?? 'seldom';
  const wantedBy = (file, wanted) => relative('src', resolve(dirname(file), wanted));
  const files = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts'));
  const wanted = await Promise.all(
    files.map(async (name) => {
      const file = join('src', name);
      return [...(await readFile(file, 'utf8')).matchAll(ON_DEMAND)].map(([, path]) => wantedBy(file, path));
    }),
  );
  const modules = [...new Set(wanted.flat())].sort();
  return {
    name: 'by occasion',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replace(ON_DEMAND, (_, path) => {
          const module = wantedBy(file, path);
          return `import('occasion:${occasionOf(module)}').then((all) => all['${module}'])`;
        }),
        loader: 'ts',
      }));
      onResolve({ filter: /^occasion:/ }, ({ path }) => ({ path: path.split(':')[1], namespace: 'occasion' }));
      onLoad({ filter: /.*/, namespace: 'occasion' }, ({ path: name }) => ({
        contents: modules
          .filter((module) => occasionOf(module) === name)
          .map((module) => `export * as '${module}' from './${module}';`)
          .join('\n'),
        resolveDir: 'src',
      }));
    },
  };
}

/** Takes Node's own modules from the process: an import statement reads, and so loads, all that they export. */
const ownModules = {
  name: 'own modules',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'own', sideEffects: false } : null,
    );
    onLoad({ filter: /.*/, namespace: 'own' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/**
 * What packages load at once and a run does not ask for. Commander can start other programs, which fp-check has none
 * of: the module is loaded if it is ever called for. Chalk guesses whether there is colour, and is always told.
 */
const unasked = {
  name: 'unasked',
  setup({ onLoad, onResolve }) {
    const within = (name, importer) =>
      importer.includes(`/node_modules/${name}/`) ? { path: name, namespace: 'unasked' } : null;
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) => within('commander', importer));
    onResolve({ filter: /^#supports-color$/ }, ({ importer }) => within('chalk', importer));
    onLoad({ filter: /^commander$/, namespace: 'unasked' }, () => ({
      contents: `exports.spawn = (...call) => process.getBuiltinModule('node:child_process').spawn(...call);`,
    }));
    onLoad({ filter: /^chalk$/, namespace: 'unasked' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
  },
};

/** Writes the declarations of the module for other programs, and of what they refer to. Types are checked elsewhere. */
async function declare(place, outdir) {
  const [made, project] = [join(place, 'declared'), join(place, 'tsconfig.json')];
  const settings = {
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      noCheck: true,
      rootDir: '..',
      outDir: 'declared',
    },
    files: ['../src/api.ts'],
    include: [],
  };
  await writeFile(project, JSON.stringify(settings));
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '--project', project]);
  const from = /(?<=\bfrom '(\.[^']+))\.ts(?=')/g;
  const wanted = new Set(['src/api.d.ts']);
  for (const name of wanted) {
    const text = await readFile(join(made, name), 'utf8');
    for (const [, path] of text.matchAll(from)) wanted.add(join(dirname(name), `${path}.d.ts`));
    const file = join(outdir, relative('src', name));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text.replaceAll(from, '.js'));
  }
}

/** Writes the licences of the packages that are bundled: whoever passes their code on has to. */
async function license(metafiles, outdir) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = inputs.flatMap((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((found) => /^licen[cs]e/i.test(found));
    if (file === undefined) throw new Error(`The package ${name} has no licence to pass on.`);
    return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  });
  await writeFile(join(outdir, 'licences.txt'), (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`));
}

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  charset: 'utf8',
  legalComments: 'none', // what has to be said of licences, licences.txt says
  metafile: true,
  // Large, rarely used, or written for CommonJS: taken from node_modules when they are needed.
  external: ['exceljs', '@e965/xlsx', '@e965/xlsx/*', 'opencc-js', 'opencc-js/*'],
  // Packages written for CommonJS require nothing but Node's own modules once they are bundled.
  banner: { js: 'const require = process.getBuiltinModule;' },
};

// Built beside its place and then put there: whoever runs dist meanwhile finds all of it, old or new.
const place = await mkdtemp('.dist-');
try {
  const outdir = join(place, 'new');
  const plugins = [unasked, ownModules];
  const pieces = { splitting: true, plugins: [...plugins, await byOccasion()] };
  const builds = await Promise.all([
    build({ ...common, ...pieces, entryPoints: { entry: 'src/cli/entry.ts' }, outdir }),
    // The module and the worker share nothing with the entry: pieces in common would be more files for it to open.
    build({ ...common, minify: false, plugins, entryPoints: { api: 'src/api.ts' }, outdir }),
    build({ ...common, entryPoints: { 'foreign-worker': 'src/parsers/foreign/worker.ts' }, outdir }),
    declare(place, join(outdir, 'types')),
  ]);
  await license(
    builds.flatMap(({ metafile } = {}) => metafile ?? []),
    outdir,
  );
  await rename('dist', join(place, 'old')).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(outdir, 'dist');
} finally {
  await rm(place, { recursive: true, force: true });
}
