// Bundles src into dist: one small entry, everything else split off and loaded where it is used.
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { build } from 'esbuild';

// Built beside its place and then put there: whoever runs dist meanwhile finds all of it, old or new.
const fresh = await mkdtemp('.dist-');
await build({
  entryPoints: { entry: 'src/cli/entry.ts', 'foreign-worker': 'src/parsers/foreign/worker.ts' },
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Large, rarely used, or written for CommonJS: taken from node_modules when they are needed.
  external: ['exceljs', '@e965/xlsx', '@e965/xlsx/*', 'opencc-js', 'opencc-js/*'],
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
});
const old = await mkdtemp('.dist-');
await rename('dist', `${old}/dist`).catch((error) => {
  if (error.code !== 'ENOENT') throw error;
});
await rename(fresh, 'dist');
await rm(old, { recursive: true, force: true });
