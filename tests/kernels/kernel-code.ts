import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { main } from 'assemblyscript/asc';

/** The AssemblyScript of what runs as WebAssembly, and the modules that hold it compiled. */
export const kernels = ['csv/line-fields', 'xlsx/plain-cells', 'xlsx/plain-strings'].map((name) => {
  const place = join(import.meta.dirname, '../../src/parsers', name);
  return { source: `${place}.as.ts`, code: `${place}-code.ts` };
});

/** The module that holds a source compiled. */
export async function codeOf(source: string): Promise<string> {
  const [name, text] = [basename(source, '.as.ts'), await readFile(source, 'utf8')];
  let compiled = Buffer.alloc(0);
  const { error, stderr } = await main([...SETTINGS, `${name}.ts`], {
    readFile: (file) => (file === `${name}.ts` ? text : null),
    writeFile: (_, contents) => {
      compiled = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`${basename(source)} is not compiled: ${stderr.toString()}`, { cause: error });
  const lines = compiled.toString('base64').match(/.{1,100}/g);
  return [
    `/** ${basename(source)}, compiled: written by \`npm run kernels\`. */`,
    `export const ${name.replaceAll('-', '_').toUpperCase()}_CODE =`,
    `${lines?.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

/** Sixteen bytes at a time, in memory that is handed in; and nothing of the language's own, such as objects or errors. */
const SETTINGS = '-O3 --noAssert --runtime stub --use abort= --enable simd --importMemory -o code.wasm'.split(' ');
