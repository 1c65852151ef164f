import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/clock.ts';
import type { Draft, Event } from '../../src/events/events.ts';
import { nextId } from '../../src/events/ids.ts';
import { encodeLine } from '../../src/events/line.ts';
import { scheduleFold } from '../../src/schedule/schedule.ts';
import { scanBank } from '../../src/store/bank-files.ts';
import { openJournal } from '../../src/store/journal.ts';
import { findPaths } from '../../src/store/paths.ts';
import { standings } from '../../src/stats/standing.ts';
import { loadBank } from '../../src/store/banks.ts';
import { foldHistory } from '../../src/store/history.ts';
import { program, shippedBank } from '../support/cli.ts';
import { grownBank, writeHistory } from './fixtures.ts';
import { drawTimes } from './draw.ts';
import { addAnswer, askedOf, readAndParse, writeAnswers } from './long-history.ts';
import { redraws, redrawTimes, tickingShare } from './redraw.ts';
import { firstSight, interleaved, median, quantile, wholeProcess, type FirstSight } from './timing.ts';

/*
 * `npm run bench`: speed as ratios against something run in the same minute. Whole processes are the built program's;
 * what is timed inside a process is the shipped function. `npm run bench -- --only save stats` runs those parts alone. Set
 * CCA_BENCH_DIR to a folder on a disk when /tmp is none.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = Number(process.env['CCA_BENCH_ROUNDS'] ?? 15);
const dir = mkdtempSync(join(process.env['CCA_BENCH_DIR'] ?? tmpdir(), 'cca-bench-'));
const failures: string[] = [];

function report(what: string, value: number, limit: number, unit = ' times'): void {
  const fits = value <= limit;
  if (!fits) failures.push(what);
  process.stdout.write(
    `${fits ? 'ok  ' : 'OVER'}  ${what}: ${value.toFixed(2)}${unit} (at most ${limit}${unit})\n`,
  );
}

/** Ratio of medians of samples taken in turn. */
const ratio = (a: readonly number[], b: readonly number[]) => median(a) / median(b);

async function versionBench(): Promise<void> {
  const empty = join(dir, 'empty.mjs');
  writeFileSync(empty, '');
  const times = await interleaved(
    { version: () => wholeProcess([program, '--version']), bare: () => wholeProcess([empty]) },
    rounds,
  );
  report('cca --version against node on an empty module', ratio(times.version, times.bare), 1.2);
}

/** Whole processes: `cca bank check` against the YAML package, as bundled, reading the same files and nothing else. */
async function bankCheckBench(): Promise<void> {
  const parser = join(dir, 'parse.cjs');
  const files = scanBank(shippedBank).map(([path]) => join(shippedBank, path));
  writeFileSync(
    parser,
    `const { parse } = require(${JSON.stringify(join(program, '../../dist/beside/yaml.cjs'))});
    const { readFileSync } = require('node:fs');
    for (const file of ${JSON.stringify(files)}) parse(readFileSync(file, 'utf8'));`,
  );
  const times = await interleaved(
    {
      check: () => wholeProcess([program, 'bank', 'check', shippedBank]),
      parse: () => wholeProcess([parser]),
    },
    rounds,
  );
  const what = `cca bank check of ${files.length} files against the YAML package alone`;
  report(what, ratio(times.check, times.parse), 1.5);
}

function homeFor(name: string): NodeJS.ProcessEnv {
  const home = join(dir, name);
  mkdirSync(join(home, 'config'), { recursive: true });
  writeFileSync(
    join(home, 'config', 'config.json'),
    JSON.stringify({ count: 10, theme: 'dark', confirm: false }),
  );
  return {
    ...process.env,
    HOME: home,
    CCA_HOME: home,
    XDG_CACHE_HOME: join(dir, `${name}-cache`),
    CCA_DEVICE: 'bench',
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
  };
}

async function firstQuestionBench(questions: number, answers: number): Promise<void> {
  const bank = grownBank(join(dir, `bank-${questions}`), questions);
  const env = homeFor(`home-${questions}-${answers}`);
  writeHistory(env, bank, answers);
  // Full-screen exhibits are the dearest view: only questions that have one, by the tag the fixture gives them.
  const args = [program, 'quiz', '--bank', bank, '--domain', 'network-policy', '--seed', 'bench', '-n', '10'];
  const withHistory = args.filter(arg => arg !== '--seed' && arg !== 'bench');
  const sights: Record<'first' | 'bare', FirstSight[]> = { first: [], bare: [] };
  const sample = async (name: 'first' | 'bare', run: Promise<FirstSight>) => {
    const sight = await run;
    sights[name].push(sight);
    return sight.ms;
  };
  const times = await interleaved(
    {
      first: () => sample('first', firstSight(withHistory, '1 of 10', env)),
      bare: () => sample('bare', firstSight(['-e', '0'], undefined, env)),
    },
    rounds,
  );
  const what = `first question, ${questions} questions, ${answers} answers, against bare node`;
  report(what, ratio(times.first, times.bare), 2.0);
  const bareMemory = await firstSight(
    ['-e', 'process.stdout.write("here");setTimeout(()=>{},1000)'],
    'here',
    env,
  );
  report(`memory at the ${what}`, median(sights.first.map(sight => sight.memory)) / bareMemory.memory, 1.6);
}

async function redrawBench(): Promise<void> {
  const env = homeFor('home-redraw');
  const times = await redrawTimes(env, 300, redraws.cursor);
  report('keypress to redraw, 99th percentile', quantile(times, 0.99), 16, ' ms');
}

async function examBench(): Promise<void> {
  const { draw, shuffle } = await drawTimes(100_000, rounds);
  report('drawing an exam from 100000 questions against shuffling their ids once', ratio(draw, shuffle), 5);
  const moves = await redrawTimes(homeFor('home-moves'), 300, redraws.question);
  report('a move between questions of an exam, 99th percentile', quantile(moves, 0.99), 16, ' ms');
  report('the ticking clock of an exam', await tickingShare(homeFor('home-clock'), 20), 1, '% of one core');
}

function savedAnswerBench(): void {
  const paths = findPaths({ CCA_HOME: join(dir, 'home-save') }, dir);
  const journal = openJournal({ ...paths, cache: join(dir, 'cache-save') }, 'bench', systemClock);
  const draft: Draft = {
    type: 'question-answered',
    session: 'abcdefgh',
    mode: 'quiz',
    bank: 'cilium-certified-associate',
    question: 'network-policy-enforcement-egress-only',
    revision: 1,
    domain: 'network-policy',
    objective: 'policies-and-intent',
    kind: 'single',
    difficulty: 'medium',
    shown: ['one', 'two', 'three', 'four'],
    answer: { ids: ['two'] },
    correct: true,
    guess: false,
    ms: 41_000,
    first: true,
  };
  journal.append([draft], { synced: true });
  const fd = openSync(join(dir, 'bare.jsonl'), 'a');
  const line = `${JSON.stringify({ ...draft, v: 1, id: 'x'.repeat(22), time: new Date().toISOString(), offset: 0 })}\n`;
  const times = { saved: [] as number[], bare: [] as number[] };
  for (let i = 0; i < 400; i++) {
    times.saved.push(timed(() => journal.append([draft], { synced: true })));
    times.bare.push(
      timed(() => {
        writeSync(fd, line);
        fsyncSync(fd);
      }),
    );
  }
  closeSync(fd);
  report('a saved answer against a bare write and fsync', ratio(times.saved, times.bare), 1.2);
}

/** Statistics over a long history: in one pass, and again after one more answer. */
async function statsBench(answers: number): Promise<void> {
  const env = homeFor(`home-stats-${answers}`);
  const paths = findPaths(env, root);
  const bank = await loadBank(undefined, paths, { keeps: false });
  const files = writeAnswers(paths, bank.blueprint.id, askedOf(bank), answers);
  const cold = { ...paths, cache: join(dir, 'no-cache') };
  const times = { folded: [] as number[], parsed: [] as number[] };
  for (let round = 0; round < 3; round++) {
    times.parsed.push(timed(() => readAndParse(files)));
    times.folded.push(timed(() => foldHistory(standings(4), cold, { keeps: false })));
  }
  report(
    `statistics over ${answers} answers against reading and parsing them`,
    ratio(times.folded, times.parsed),
    1.5,
  );
}

/** `cca stats` once its checkpoint is there and another answer has come in, to a question never met before. */
async function statsAgainBench(answers: number): Promise<void> {
  const env = homeFor(`home-again-${answers}`);
  const paths = { ...findPaths(env, root), cache: join(env['XDG_CACHE_HOME'] ?? '', 'cca') };
  const bank = await loadBank(undefined, paths, { keeps: false });
  const { id } = bank.blueprint;
  const questions = askedOf(bank);
  const unseen = questions.slice(-rounds - 1);
  const [file] = writeAnswers(paths, id, questions.slice(0, -unseen.length), answers);
  await wholeProcess([program, 'stats', '--json'], env);
  const times = await interleaved(
    {
      again: () => {
        const question = unseen.pop();
        if (question) addAnswer(file as string, id, question, answers + rounds - unseen.length);
        return wholeProcess([program, 'stats', '--json'], env);
      },
      bare: () => wholeProcess(['-e', '0'], env),
    },
    rounds,
  );
  report(
    `cca stats --json again, ${answers} and one answers, against bare node`,
    ratio(times.again, times.bare),
    2,
  );
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const perSession = 100;

/** Reviews of every card of the shipped bank in turn, an hour apart, as the journal has them; gives the lines. */
function writeReviews(env: NodeJS.ProcessEnv, count: number): string[] {
  const listed = spawnSync(process.execPath, [program, 'bank', 'export', '--json'], { env, maxBuffer: 1e8 });
  const entries = JSON.parse(listed.stdout.toString()) as {
    id: string;
    kind: string;
    domain: string;
    objective: string;
  }[];
  const begun = Date.now() - count * 600_000;
  const lines = Array.from({ length: count }, (_, i): string[] => {
    const { id, kind, domain, objective } = entries[i % entries.length] as (typeof entries)[number];
    const at = begun + i * 600_000;
    const session = `session${Math.floor(i / perSession)}`;
    const line = (draft: Draft, place: number) =>
      encodeLine({
        v: 1,
        id: nextId(at, '', String(place).repeat(12)),
        time: new Date(at).toISOString(),
        offset: 60,
        ...draft,
      });
    const graded: Draft = {
      type: 'card-graded',
      session,
      mode: 'flashcards',
      bank: 'cilium-certified-associate',
      question: id,
      revision: 1,
      domain,
      objective,
      kind,
      grade: i % 9 === 0 ? 'again' : 'good',
      ms: 9000,
      first: false,
    };
    const finished: Draft = {
      type: 'session-finished',
      session,
      right: 90,
      answered: perSession,
      of: perSession,
    };
    return [line(graded, 0), ...(i % perSession === perSession - 1 ? [line(finished, 1)] : [])];
  }).flat();
  const path = join(env['CCA_HOME'] as string, 'data', 'journal', 'bench.jsonl');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join(''));
  return lines;
}

async function scheduleBench(): Promise<void> {
  const env = homeFor('home-schedule');
  const lines = writeReviews(env, 100_000);
  const parsed: number[] = [];
  const folded: number[] = [];
  for (let round = 0; round < 5; round++) {
    let events: Event[] = [];
    parsed.push(timed(() => (events = lines.map(line => JSON.parse(line) as Event))));
    const fold = scheduleFold(4);
    const state = fold.start();
    folded.push(timed(() => events.forEach(event => fold.step(state, event))));
  }
  report('folding 100,000 reviews against JSON.parse of their lines', ratio(folded, parsed), 2.0);
  spawnSync(process.execPath, [program, 'flashcards', 'due'], { env });
  const args = [program, 'flashcards', '-n', '10'];
  const times = await interleaved(
    {
      cards: async () => (await firstSight(args, ' done', env)).ms,
      bare: async () => (await firstSight(['-e', '0'], undefined, env)).ms,
    },
    rounds,
  );
  report(
    'first card after 100,000 reviews, with the checkpoint, against bare node',
    ratio(times.cards, times.bare),
    2.2,
  );
}

/** Every part by name, in the order they run. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  version: versionBench,
  check: bankCheckBench,
  question: async () => {
    for (const [questions, answers] of [
      [96, 0],
      [96, 10_000],
      [1000, 0],
      [1000, 10_000],
    ] as const)
      await firstQuestionBench(questions, answers);
  },
  redraw: redrawBench,
  exam: examBench,
  save: savedAnswerBench,
  schedule: scheduleBench,
  stats: async () => {
    await statsAgainBench(10_000);
    await statsAgainBench(200_000);
  },
  pass: () => statsBench(1_000_000),
};

/** The parts named after `--only`; all of them without it. Throws for a name that is none. */
function chosenParts(args: readonly string[]): (() => void | Promise<void>)[] {
  const names = args.includes('--only') ? args.slice(args.indexOf('--only') + 1) : Object.keys(parts);
  return names.map(name => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(', ')}`);
    return part;
  });
}

try {
  for (const part of chosenParts(process.argv)) await part();
} finally {
  rmSync(dir, { recursive: true, force: true });
}
if (failures.length > 0) process.exitCode = 1;
