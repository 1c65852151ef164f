import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../../src/events/events.ts';
import { exposure } from '../../src/draw/exposure.ts';
import type { Fold } from '../../src/events/fold.ts';
import { standings } from '../../src/stats/standing.ts';
import { foldHistory } from '../../src/store/history.ts';
import { answered, beginning } from '../support/events.ts';
import { makeHome } from '../support/home.ts';
import { journaled, pathsOf } from '../support/store.ts';

/*
 * A checkpoint lets a fold go on from where it was. It is a cache: whatever happens to the journals or to itself, the
 * result is that of a fold over everything.
 */

/** The questions answered, in the order history tells; `steps` counts the events that were really folded. */
function counting() {
  const counted = { steps: 0 };
  const fold: Fold<string[]> = {
    name: 'questions',
    version: 1,
    start: () => [],
    step(found, event) {
      counted.steps++;
      if (event.type === 'question-answered') found.push(event.question);
    },
  };
  return { fold, counted };
}

/** Answers to so many questions, a second apart: 300 of them are enough for a checkpoint. */
const answers = (from: number, count: number): [number, Draft][] =>
  Array.from({ length: count }, (_, i) => [
    beginning + (from + i) * 1000,
    answered(`question-${from + i}`, { correct: i % 3 > 0 }),
  ]);

function longHistory() {
  const home = makeHome();
  const paths = pathsOf(home);
  journaled(paths, 'laptop', answers(1000, 300));
  const { fold, counted } = counting();
  const read = () => foldHistory(fold, paths);
  read();
  counted.steps = 0;
  const folds = join(paths.cache, 'folds');
  return {
    paths,
    fold,
    counted,
    read,
    journal: (device = 'laptop') => join(dirname(home.journal), `${device}.jsonl`),
    checkpoint: () => join(folds, readdirSync(folds).find(name => name.startsWith('questions-')) ?? ''),
    /** The result of a fold over everything. */
    whole: () => foldHistory(counting().fold, { ...paths, cache: join(home.dir, 'no-cache') }),
  };
}

test('with a checkpoint only what is new is folded', () => {
  const { paths, read, counted, whole } = longHistory();
  expect(read().state).toHaveLength(300);
  expect(counted.steps).toBe(0);
  journaled(paths, 'laptop', answers(2000, 5));
  expect(read()).toEqual(whole());
  expect(counted.steps).toBe(5);
});

test('a short history needs no checkpoint', () => {
  const home = makeHome();
  journaled(pathsOf(home), 'laptop', answers(1000, 10));
  foldHistory(counting().fold, pathsOf(home));
  expect(existsSync(join(pathsOf(home).cache, 'folds'))).toBe(false);
});

type History = ReturnType<typeof longHistory>;
const changes: [string, (history: History) => void][] = [
  ['events were added', ({ paths }) => journaled(paths, 'laptop', answers(2000, 3))],
  ['newer events came from another device', ({ paths }) => journaled(paths, 'desk', answers(2000, 3))],
  ['older events came from another device', ({ paths }) => journaled(paths, 'desk', answers(10, 3))],
  [
    'events from between came from another device',
    ({ paths }) => journaled(paths, 'desk', answers(1100, 300)),
  ],
  [
    'events came from a device whose name sorts first',
    ({ paths }) => journaled(paths, 'a', answers(2000, 3)),
  ],
  [
    'a copy of the journal appeared',
    ({ journal }) => writeFileSync(journal('copy'), readFileSync(journal())),
  ],
  ['the journal shrank', ({ journal }) => truncateSync(journal(), 20_000)],
  ['the journal was emptied', ({ journal }) => truncateSync(journal(), 0)],
  ['the journal was deleted', ({ journal }) => rmSync(journal())],
  [
    'the journal shrank and grew again',
    ({ journal, paths }) => {
      truncateSync(journal(), 20_000);
      journaled(paths, 'laptop', answers(3000, 300));
    },
  ],
  [
    'a line before the end was taken out',
    ({ journal }) => {
      const lines = readFileSync(journal(), 'utf8').split('\n');
      writeFileSync(journal(), lines.toSpliced(100, 1).join('\n'));
    },
  ],
  [
    'the journal has a line that cannot be read',
    ({ journal, paths }) => {
      writeFileSync(journal(), `${readFileSync(journal(), 'utf8')}rubbish\n`);
      journaled(paths, 'laptop', answers(2000, 3));
    },
  ],
  ['the checkpoint was deleted', ({ checkpoint }) => rmSync(checkpoint())],
  ...(
    [
      ['empty', () => ''],
      ['cut short', whole => whole.slice(0, whole.length / 2)],
      ['zeros', whole => '\0'.repeat(whole.length)],
      ['a word', () => '"checkpoint"'],
      ['null', () => 'null'],
      ['an empty object', () => '{}'],
      ['an object with a version only', () => '{"version":1}'],
      ['without its state', whole => JSON.stringify({ ...(JSON.parse(whole) as object), state: undefined })],
      ['of another version of the fold', whole => whole.replace('"version":1', '"version":2')],
    ] as [string, (whole: string) => string][]
  ).map(([what, spoil]): [string, (history: History) => void] => [
    `the checkpoint is ${what}`,
    ({ checkpoint }) => writeFileSync(checkpoint(), spoil(readFileSync(checkpoint(), 'utf8'))),
  ]),
];

test.each(changes)('when %s, the result is that of a fold over everything', (_what, change) => {
  const history = longHistory();
  change(history);
  expect(history.read()).toEqual(history.whole());
  expect(history.read()).toEqual(history.whole());
});

test('lines that cannot be read keep their numbers behind a checkpoint', () => {
  const { journal, read, paths, whole } = longHistory();
  writeFileSync(journal(), `${readFileSync(journal(), 'utf8')}rubbish\n`);
  journaled(paths, 'laptop', answers(2000, 300));
  read();
  writeFileSync(journal(), `${readFileSync(journal(), 'utf8')}more rubbish\n`);
  expect(read().findings).toEqual({ unreadable: [`${journal()}:301`, `${journal()}:602`] });
  expect(read()).toEqual(whole());
});

test('two histories on one machine have checkpoints of their own', () => {
  const { paths, fold, read } = longHistory();
  const other = pathsOf(makeHome());
  journaled({ ...other, cache: paths.cache }, 'laptop', answers(9000, 300));
  expect(foldHistory(fold, { ...other, cache: paths.cache }).state[0]).toBe('question-9000');
  expect(read().state[0]).toBe('question-1000');
});

test('a cache that cannot be written costs time and nothing else', () => {
  const { paths, fold } = longHistory();
  rmSync(paths.cache, { recursive: true });
  writeFileSync(paths.cache, 'a file');
  expect(foldHistory(fold, paths).state).toHaveLength(300);
});

test.each<Fold<unknown>>([exposure, standings(4)])('$name comes out of a checkpoint as it went in', fold => {
  const { paths } = longHistory();
  const read = () => foldHistory(fold as Fold<unknown>, paths);
  const before = read();
  journaled(paths, 'laptop', answers(5000, 50));
  const after = read();
  expect(after).not.toEqual(before);
  rmSync(paths.cache, { recursive: true });
  expect(read()).toEqual(after);
});
