import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import makeWabt from 'wabt';

/** The sources of what runs as WebAssembly, and the modules that hold it compiled. */
export const kernels = ['csv/line-fields'].map((name) => {
  const place = join(import.meta.dirname, '../../src/parsers', name);
  return { source: `${place}.wat`, code: `${place}-code.ts` };
});

/** The module that holds a source compiled. */
export async function codeOf(source: string): Promise<string> {
  const { parseWat } = await makeWabt();
  const module = parseWat(source, await readFile(source), { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  const name = `${basename(source, '.wat').replaceAll('-', '_').toUpperCase()}_CODE`;
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,100}/g);
  return [
    `/** ${basename(source)}, compiled: written by \`npm run kernels\`. */`,
    `export const ${name} =`,
    `${lines?.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}
