import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import type { Draft } from '../../src/events/events.ts';
import type { Fold } from '../../src/events/fold.ts';
import { foldHistory } from '../../src/store/history.ts';
import { answered, beginning, shown } from '../support/events.ts';
import { makeHome } from '../support/home.ts';
import { journaled, pathsOf } from '../support/store.ts';

/** The questions answered, in the order history tells. */
const questions: Fold<string[]> = {
  name: 'questions',
  version: 1,
  start: () => [],
  step(found, event) {
    if (event.type === 'question-answered') found.push(event.question);
  },
};

const at = (second: number, question: string): [number, Draft] => [
  beginning + second * 1000,
  answered(question),
];

/** A learner with journals of these devices; seconds after the beginning, and questions answered then. */
function learner(devices: Readonly<Record<string, readonly (readonly [number, string])[]>>) {
  const home = makeHome();
  const paths = pathsOf(home);
  const journals = dirname(home.journal);
  for (const [device, events] of Object.entries(devices))
    journaled(
      paths,
      device,
      events.map(([second, question]) => at(second, question)),
    );
  return {
    paths,
    file: (device: string) => join(journals, `${device}.jsonl`),
    read: () => foldHistory(questions, paths),
  };
}

test('a learner without history has none', () => {
  expect(learner({}).read()).toEqual({ state: [], findings: { unreadable: [] } });
});

describe('journals of several devices', () => {
  test('are one history, in order of time', () => {
    const { read } = learner({
      laptop: [
        [1, 'a'],
        [4, 'd'],
        [5, 'e'],
      ],
      desk: [
        [2, 'b'],
        [3, 'c'],
        [6, 'f'],
      ],
    });
    expect(read().state.join('')).toBe('abcdef');
  });

  test('count an event once, however many copies a sync has made', () => {
    const { read, file } = learner({
      laptop: [
        [1, 'a'],
        [3, 'c'],
      ],
      desk: [[2, 'b']],
    });
    copyFileSync(file('laptop'), file('laptop (conflicted copy)'));
    appendFileSync(file('desk'), readFileSync(file('laptop')));
    expect(read().state.join('')).toBe('abc');
  });

  test('are put in order, also when somebody has joined them by hand', () => {
    const { read, file } = learner({
      laptop: [
        [3, 'c'],
        [4, 'd'],
      ],
      desk: [[1, 'a']],
    });
    const lines = readFileSync(file('laptop'), 'utf8').trimEnd().split('\n');
    writeFileSync(file('laptop'), `${lines.toReversed().join('\n')}\n`);
    expect(read().state.join('')).toBe('acd');
  });

  test('are the files that end in .jsonl; other files are left alone', () => {
    const { read, file } = learner({ laptop: [[1, 'a']] });
    writeFileSync(`${file('laptop')}.bak`, 'not ours');
    writeFileSync(join(dirname(file('laptop')), '.DS_Store'), 'not ours');
    expect(read()).toEqual({ state: ['a'], findings: { unreadable: [] } });
  });
});

describe('what cannot be read', () => {
  test('is named by file and line, and the rest counts', () => {
    const { read, file } = learner({ desk: [[1, 'a']], laptop: [[2, 'b']] });
    appendFileSync(file('desk'), 'rubbish\n\n{"v":1}\n');
    appendFileSync(file('laptop'), '\u0000\u0000\n');
    expect(read()).toEqual({
      state: ['a', 'b'],
      findings: { unreadable: [`${file('desk')}:2`, `${file('desk')}:4`, `${file('laptop')}:2`] },
    });
  });

  test('stays where it is', () => {
    const { read, file } = learner({ desk: [[1, 'a']] });
    appendFileSync(file('desk'), 'rubbish\n');
    const before = readFileSync(file('desk'), 'utf8');
    read();
    expect(readFileSync(file('desk'), 'utf8')).toBe(before);
  });

  test('a type that is not known is skipped without a word', () => {
    const { read, file } = learner({ desk: [[1, 'a']] });
    const line = readFileSync(file('desk'), 'utf8').replace('question-answered', 'card-reviewed');
    appendFileSync(file('desk'), line);
    expect(read()).toEqual({ state: ['a'], findings: { unreadable: [] } });
  });

  test('the newest format of a newer program is said', () => {
    const { read, file } = learner({ desk: [[1, 'a']] });
    const line = readFileSync(file('desk'), 'utf8');
    appendFileSync(file('desk'), line.replace('"v":1', '"v":3') + line.replace('"v":1', '"v":2'));
    expect(read()).toEqual({ state: ['a'], findings: { unreadable: [], newer: 3 } });
  });

  test('a last line without its newline may still be growing: it is left for the next time', () => {
    const { read, file } = learner({ desk: [[1, 'a']] });
    const line = readFileSync(file('desk'), 'utf8').replace('"question":"a"', '"question":"b"');
    appendFileSync(file('desk'), line.replace(/"id":"./, '"id":"z').slice(0, 200));
    expect(read()).toEqual({ state: ['a'], findings: { unreadable: [] } });
    appendFileSync(file('desk'), line.slice(200));
    expect(read().state).toEqual(['a', 'b']);
  });

  test('a folder among the journals is an error that names it', () => {
    const { read, file } = learner({ desk: [[1, 'a']] });
    mkdirSync(file('folder'));
    expect(read).toThrow(StorageError);
    expect(read).toThrow(`cannot be read from ${file('folder')}`);
  });
});

test('an event of an unknown shape does not stop the program', () => {
  const { read, file, paths } = learner({ desk: [[1, 'a']] });
  const [stamp = ''] = readFileSync(file('desk'), 'utf8').split('"type"');
  appendFileSync(
    file('desk'),
    `${stamp.replace(/"id":"./, '"id":"z')}"type":"session-started","session":"s1","bank":"test-exam"}\n`,
  );
  const seats: Fold<number[]> = {
    name: 'seats',
    version: 1,
    start: () => [],
    step: (found, event) => {
      if (event.type === 'session-started') found.push(event.seats.length);
    },
  };
  expect(() => foldHistory(seats, paths)).not.toThrow();
  expect(read().state).toEqual(['a']);
});

test('reading a history that nobody has added to gives the same again', () => {
  const { read, paths } = learner({ desk: [[1, 'a']] });
  expect(read()).toEqual(read());
  rmSync(paths.cache, { recursive: true, force: true });
  expect(read().state).toEqual(['a']);
});

test('questions shown and not answered are history too', () => {
  const home = makeHome();
  journaled(pathsOf(home), 'desk', [[beginning, shown('a')]]);
  const types: Fold<string[]> = {
    ...questions,
    name: 'types',
    step: (all, event) => void all.push(event.type),
  };
  expect(foldHistory(types, pathsOf(home)).state).toEqual(['question-shown']);
});
