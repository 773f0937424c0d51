// Bundles src into dist: a small entry, and what is loaded on demand in a few pieces.
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
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
  workbooks: ['parsers/package.ts', 'parsers/foreign/workbook.ts'],
  settings: ['profiles/configuration.ts', 'profiles/schema.ts'],
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

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  // Large, rarely used, or written for CommonJS: taken from node_modules when they are needed.
  external: ['exceljs', '@e965/xlsx', '@e965/xlsx/*', 'opencc-js', 'opencc-js/*'],
  // Packages written for CommonJS require nothing but Node's own modules once they are bundled.
  banner: { js: 'const require = process.getBuiltinModule;' },
};

// Built beside its place and then put there: whoever runs dist meanwhile finds all of it, old or new.
const place = await mkdtemp('.dist-');
try {
  const outdir = join(place, 'new');
  const plugins = [unasked, ownModules, await byOccasion()];
  await build({ ...common, entryPoints: { entry: 'src/cli/entry.ts' }, outdir, splitting: true, plugins });
  // The worker shares nothing with the entry: it runs on its own.
  await build({ ...common, entryPoints: { 'foreign-worker': 'src/parsers/foreign/worker.ts' }, outdir });
  await rename('dist', join(place, 'old')).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(outdir, 'dist');
} finally {
  await rm(place, { recursive: true, force: true });
}
