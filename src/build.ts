import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { jsonSchemas } from './bank/schema.ts';
import { issueLines } from './report/issues.ts';
import { scanBank } from './store/bank-files.ts';
import { compileFrom } from './store/banks.ts';
import { protocolSchema } from './ui/json-lines/protocol.ts';

/*
 * `npm run build`: one ES module and a chunk for each command into `dist/`, the shipped bank compiled, and the JSON
 * Schemas that editors and other programs read.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const questions = join(root, 'questions');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const { metafile } = await build({
  entryPoints: [join(root, 'src/main.ts')],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true,
  metafile: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});
writeFileSync(join(dist, 'LICENSES.txt'), licences(Object.keys(metafile.inputs)));

const asJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const { topic, blueprint } = jsonSchemas();
writeFileSync(join(questions, 'schema.json'), asJson(topic));
writeFileSync(join(questions, 'exam.schema.json'), asJson(blueprint));
writeFileSync(join(dist, 'json-lines.schema.json'), asJson(protocolSchema()));

const { issues, compiled } = await compileFrom(questions, scanBank(questions));
if (compiled) writeFileSync(join(dist, 'shipped.bank'), compiled);
// A bank with errors is no reason to have no program: it is the program that lists them, at every start.
else process.stderr.write(`${issueLines(issues, questions)}\nThe program is built without its bank.\n`);

/** The licence of every package in the bundle: their terms ask for it. */
function licences(inputs: readonly string[]): string {
  const packages = new Set(
    inputs.flatMap(input => input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g) ?? []),
  );
  return [...packages]
    .sort()
    .map(path => {
      const folder = join(root, dirname(join(path, 'x')));
      const name = path.replace(/^node_modules\/|\/$/g, '');
      return `${name}\n\n${licenceText(folder)}\n`;
    })
    .join('\n----\n\n');
}

function licenceText(folder: string): string {
  for (const name of ['LICENSE', 'LICENSE.md', 'license', 'LICENSE.txt', 'LICENCE']) {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {
      continue;
    }
  }
  return `License: ${(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: string }).license ?? 'see the package'}`;
}
