import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { guideJsonSchema } from './bank/guide-schema.ts';
import { jsonSchemas } from './bank/schema.ts';
import { issueLines } from './report/issues.ts';
import { statsJsonSchema } from './report/stats-schema.ts';
import { scanBank } from './store/bank-files.ts';
import { compileFrom } from './store/banks.ts';
import { anyCommand, cacheOf } from './start.ts';
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

/*
 * The program is one CommonJS file in which a dynamic import only runs what is already there: each further file costs the
 * ES module loader most of a millisecond, and a command needs twenty. Packages that are large and seldom needed stand
 * beside it and are read when first required.
 */
const besides: Readonly<Record<string, readonly string[]>> = {
  namespaces: ['zod', 'yaml', 'fflate', 'csv-stringify/sync', 'ics', 'vega', 'vega-lite'],
  defaults: ['conf', 'inquirer', '@bomb.sh/tab/commander', 'open'],
};
const fileOf = (name: string) => `${name.replace(/[@/.]+/g, '-').replace(/^-/, '')}.cjs`;

const beside: Plugin = {
  name: 'beside',
  setup({ onResolve, onLoad }) {
    for (const name of Object.values(besides).flat())
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
        path: `./beside/${fileOf(name)}`,
        external: true,
      }));
    // commander loads this for subcommands that are programs of their own, which cca has none of; it costs 6 ms.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'nothing', namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }));
  },
};

const common = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  legalComments: 'none',
} as const;
const built = await Promise.all([
  build({ ...common, entryPoints: [join(root, 'src/start.ts')], outfile: join(dist, 'start.cjs') }),
  build({
    ...common,
    entryPoints: [join(root, 'src/main.ts')],
    outfile: join(dist, 'main.cjs'),
    plugins: [beside],
  }),
  ...Object.entries(besides).map(([kind, names]) =>
    build({
      ...common,
      entryPoints: names.map(name => ({ in: name, out: fileOf(name).replace('.cjs', '') })),
      outdir: join(dist, 'beside'),
      outExtension: { '.js': '.cjs' },
      // The plots are text: no canvas is asked for, which the other build of this package waits for.
      alias: { 'vega-canvas': join(root, 'node_modules/vega-canvas/build/vega-canvas.browser.js') },
      // What is imported by default must be the module itself to a program that counts as an ES module.
      ...(kind === 'defaults' && { footer: { js: 'module.exports=module.exports.default;' } }),
    }),
  ),
]);
writeFileSync(
  join(dist, 'LICENSES.txt'),
  licences(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);

const asJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const { topic, blueprint } = jsonSchemas();
writeFileSync(join(questions, 'schema.json'), asJson(topic));
writeFileSync(join(questions, 'exam.schema.json'), asJson(blueprint));
writeFileSync(join(questions, 'guide.schema.json'), asJson(guideJsonSchema()));
writeFileSync(join(dist, 'json-lines.schema.json'), asJson(protocolSchema()));
writeFileSync(join(dist, 'stats.schema.json'), asJson(statsJsonSchema()));

const { issues, compiled } = await compileFrom(questions, scanBank(questions));
if (compiled) writeFileSync(join(dist, 'shipped.bank'), compiled);
// A bank with errors is no reason to have no program: it is the program that lists them, at every start.
else process.stderr.write(`${issueLines(issues, questions)}\nThe program is built without its bank.\n`);
writeCodeCaches();

/** What each code cache is made after: command lines, with the keys or lines typed into them. */
type Runs = readonly { readonly args: readonly string[]; readonly keys?: readonly string[] }[];

/**
 * Leaves V8's code caches beside the program, each made after running what it is for, in a home that has a history: a
 * function that no run has called is in none, and is compiled when it is called.
 */
function writeCodeCaches(): void {
  const home = mkdtempSync(join(tmpdir(), 'cca-build-'));
  mkdirSync(join(dist, 'code'));
  const env = { ...process.env, HOME: home, CCA_HOME: home, XDG_CACHE_HOME: home, TERM: 'xterm-256color' };
  // Whatever a question's kind, one of these fits it, so that there is enough to forecast from.
  const input = 'a\na b\nskip\n'.repeat(120);
  spawnSync(process.execPath, [join(root, 'bin', 'cca.js'), 'quiz', '--plain', '-n', '120'], { input, env });
  const caches: Readonly<Record<string, Runs>> = {
    [anyCommand]: [{ args: ['--version'] }],
    home: [{ args: [], keys: ['\u001b'] }],
    quiz: [{ args: ['quiz', '--dry'], keys: ['1', '\r', 'q'] }],
    flashcards: [{ args: ['flashcards', '--dry'], keys: [' ', '3', 'q'] }],
    stats: [{ args: ['stats', '--json'] }, { args: ['stats'] }],
    bank: [{ args: ['bank', 'check', questions] }],
  };
  for (const [command, runs] of Object.entries(caches))
    spawnSync(process.execPath, ['-e', cacheMaker(command, runs)], { env, timeout: 30_000 });
  rmSync(home, { recursive: true });
}

/** A program that runs command lines at a pretended terminal, one after another, and then writes the cache. */
function cacheMaker(command: string, runs: Runs): string {
  return `
  const { PassThrough } = require('node:stream');
  const { load } = require(${JSON.stringify(join(dist, 'start.cjs'))});
  const { program, script } = load(${JSON.stringify(root)}, 'none');
  const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
  const run = async ({ args, keys = [] }) => {
    const isTTY = keys.length > 0;
    const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => stdin });
    const stdout = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24 });
    for (const [name, value] of Object.entries({ stdin, stdout }))
      Object.defineProperty(process, name, { value, configurable: true });
    let shown = 0;
    stdout.on('data', () => shown++);
    process.argv = [process.execPath, 'cca', ...args];
    const ended = program.main(${JSON.stringify(root)});
    for (const key of keys) {
      while (shown === 0) await wait(50);
      shown = 0;
      await wait(100);
      stdin.write(key);
    }
    await Promise.race([ended, wait(2000)]);
  };
  (async () => {
    for (const one of ${JSON.stringify(runs)}) await run(one);
    require('node:fs').writeFileSync(${JSON.stringify(cacheOf(root, command))}, script.createCachedData());
    process.exit();
  })();`;
}

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
