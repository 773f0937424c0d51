// Starts worker.ts from the sources, as the tests do: a worker does not inherit what compiles TypeScript there.
// In the package the bundled worker itself stands under this name.
import { register } from 'node:module';

register('../../../tests/parsers/typescript-hooks.js', import.meta.url);
await import('./worker.ts');
