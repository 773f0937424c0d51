// Starts worker.ts from the sources, as the tests do, with the loader of TypeScript that a worker does not inherit.
// In the package the bundled worker itself stands under this name.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
