import { fileURLToPath } from 'node:url';
import { main } from './main.ts';

// `npm run dev -- quiz`: the program from its source.
await main(fileURLToPath(new URL('..', import.meta.url)));
