import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import type { Clock } from '../../src/clock.ts';
import type { Draft, Event } from '../../src/events/events.ts';
import { eventsOf } from '../../src/events/of-session.ts';
import { foldHistory } from '../../src/store/history.ts';
import { openJournal as open, type Journal } from '../../src/store/journal.ts';
import { limitFileSize } from '../support/disk.ts';
import { answered, beginning, shown, skipped, started } from '../support/events.ts';
import { makeHome, type Home } from '../support/home.ts';
import { clockAt, pathsOf } from '../support/store.ts';

const durable = { synced: true };

/** A journal as a process that goes on has it. */
function openJournal(home: Home, clock: Clock): Journal {
  const journal = open(pathsOf(home), 'test', clock);
  onTestFinished(() => journal.close());
  return journal;
}

/** What a process does that saves something and ends. */
function saveOnce(home: Home, clock: Clock, ...drafts: readonly Draft[]): Event[] {
  const journal = open(pathsOf(home), 'test', clock);
  try {
    return journal.append(drafts, durable);
  } finally {
    journal.close();
  }
}

test('an event is one line of the device, with format, id, UTC time and local offset', () => {
  const home = makeHome();
  const [event] = saveOnce(home, clockAt(beginning), shown());
  expect(event).toEqual({
    v: 1,
    id: expect.stringMatching(/^[0-9a-z]{22}$/),
    time: '2026-11-21T12:00:00.000Z',
    offset: 60,
    ...shown(),
  });
  expect(home.events()).toEqual([event]);
  expect(readFileSync(home.journal, 'utf8').startsWith('{"v":1,"id":"')).toBe(true);
});

test('a journal is for its owner only', () => {
  const home = makeHome();
  saveOnce(home, clockAt(beginning), shown());
  expect(statSync(home.journal).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(home.journal)).mode & 0o777).toBe(0o700);
});

test('opening a journal writes nothing', () => {
  const home = makeHome();
  openJournal(home, clockAt(beginning));
  expect(() => statSync(home.journal)).toThrow();
});

describe('a last line that was cut short', () => {
  const cut: [string, (whole: string) => string | Buffer][] = [
    ['in its middle', whole => whole.slice(0, 70)],
    ['before its newline', whole => whole.trimEnd()],
    ['after one byte', () => '{'],
    ['inside a letter of several bytes', () => Buffer.from('{"note":"漢').subarray(0, 10)],
    ['in zeros, as after a power cut', () => '\0'.repeat(40)],
  ];
  test.each(cut)('%s never swallows the next event', (_where, torn) => {
    const home = makeHome();
    const paths = pathsOf(home);
    const clock = clockAt(beginning);
    saveOnce(home, clock, started());
    const whole = readFileSync(home.journal, 'utf8');
    appendFileSync(home.journal, torn(whole.replace('session-started', 'session-paused')));
    const next = saveOnce(home, clock, answered())[0] as Event;
    const { state } = foldHistory(eventsOf('s1'), paths);
    expect(state[0]?.type).toBe('session-started');
    expect(state.at(-1)).toEqual(next);
    expect(readFileSync(home.journal, 'utf8').startsWith(whole)).toBe(true);
  });
});

describe('ids are in order in every file', () => {
  const ids = (events: readonly Event[]) => events.map(event => event.id);
  const hour = 3_600_000;

  test('when the clock goes back', () => {
    const home = makeHome();
    const clock = clockAt(beginning, beginning - hour, beginning - 5 * hour, beginning + hour);
    const journal = openJournal(home, clock);
    for (let i = 0; i < 4; i++) journal.append([shown()], durable);
    expect(ids(home.events())).toEqual(ids(home.events()).toSorted());
    expect(new Set(ids(home.events())).size).toBe(4);
    expect(home.events()[1]?.time).toBe('2026-11-21T11:00:00.000Z');
  });

  test('when the clock went back before the program was started again', () => {
    const home = makeHome();
    for (const at of [beginning, beginning - hour]) saveOnce(home, clockAt(at), shown(), shown());
    expect(ids(home.events())).toEqual(ids(home.events()).toSorted());
  });

  test('when two programs take turns, one with a clock behind: each has a file of its own', () => {
    const home = makeHome();
    const one = openJournal(home, clockAt(beginning));
    const other = openJournal(home, clockAt(beginning - hour));
    const saved = [one, other, other, one, other].flatMap(journal => journal.append([shown()], durable));
    const lines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const files = [home.journal, home.journal.replace('.jsonl', '.2.jsonl')].map(lines);
    expect(files.map(file => file.length)).toEqual([2, 3]);
    for (const file of files) expect(file).toEqual(file.toSorted());
    expect(ids(foldHistory(eventsOf('s1'), pathsOf(home)).state)).toEqual(ids(saved).toSorted());
  });

  test('across the files of a device, for what is begun later', () => {
    const home = makeHome();
    openJournal(home, clockAt(beginning)).append([shown()], durable);
    const [late] = saveOnce(home, clockAt(beginning + hour), shown());
    const [later] = saveOnce(home, clockAt(beginning - hour), shown());
    expect((later?.id ?? '') > (late?.id ?? '')).toBe(true);
  });

  test('in the first file again, once the process that had it is gone', () => {
    const home = makeHome();
    const first = open(pathsOf(home), 'test', clockAt(beginning));
    first.append([shown()], durable);
    first.close();
    saveOnce(home, clockAt(beginning), shown());
    expect(readdirSync(dirname(home.journal))).toEqual(['test.jsonl']);
  });

  test('when the last event is far longer than what is read of the end at first', () => {
    const home = makeHome();
    const long = answered('q', { answer: { text: 'x'.repeat(300_000) } });
    saveOnce(home, clockAt(beginning), long);
    saveOnce(home, clockAt(0), shown());
    expect(ids(home.events())).toEqual(ids(home.events()).toSorted());
  });

  test('when the last line of the file cannot be read', () => {
    const home = makeHome();
    saveOnce(home, clockAt(beginning), shown());
    const [first] = home.events();
    appendFileSync(home.journal, 'not a line of ours\n');
    const [next] = saveOnce(home, clockAt(0), shown());
    expect((next?.id ?? '') > (first?.id ?? '')).toBe(true);
  });
});

test('an event is not stamped before a moment that is known to have come, whatever the clock says', () => {
  const home = makeHome();
  const journal = openJournal(home, clockAt(beginning));
  const later = beginning + 60_000;
  const [lifted] = journal.append([shown()], { ...durable, notBefore: later });
  const [own] = journal.append([shown()], { ...durable, notBefore: beginning - 60_000 });
  expect([lifted?.time, own?.time].map(time => Date.parse(time ?? ''))).toEqual([later, beginning]);
});

test('several events of one action are saved in one go, in order', () => {
  const home = makeHome();
  const journal = openJournal(home, clockAt(beginning));
  const saved = journal.append([started(), shown(), answered()], durable);
  expect(home.events()).toEqual(saved);
  expect(saved.map(event => event.type)).toEqual(['session-started', 'question-shown', 'question-answered']);
});

test('a thousand events have a thousand ids, in order', () => {
  const home = makeHome();
  const journal = openJournal(home, clockAt(beginning));
  for (let i = 0; i < 100; i++)
    journal.append(
      Array.from({ length: 10 }, () => shown()),
      { synced: false },
    );
  const ids = home.events().map(event => event.id);
  expect(new Set(ids).size).toBe(1000);
  expect(ids).toEqual(ids.toSorted());
});

test.each([
  ['a file stands where the folder belongs', (journal: string) => writeFileSync(dirname(journal), '')],
  ['a folder stands where the file belongs', (journal: string) => mkdirSync(journal)],
])('when %s, the message names the place', (_what, spoil) => {
  const home = makeHome();
  mkdirSync(dirname(dirname(home.journal)), { recursive: true });
  if (!_what.startsWith('a file')) mkdirSync(dirname(home.journal));
  spoil(home.journal);
  const journal = openJournal(home, clockAt(beginning));
  expect(() => journal.append([shown()], durable)).toThrow(StorageError);
  expect(() => journal.append([shown()], durable)).toThrow(
    `Your history cannot be saved in ${home.journal} (E`,
  );
});

test('what a full disk cut off is not counted twice once it is tried again', () => {
  const home = makeHome();
  const journal = openJournal(home, clockAt(beginning));
  journal.append([shown()], durable);
  const before = statSync(home.journal).size;
  const action = [skipped(), shown('next')];
  limitFileSize(process.pid, Math.round(before * 2.5));
  try {
    expect(() => journal.append(action, durable)).toThrow(/The disk is full: free some space and try again/);
  } finally {
    limitFileSize(process.pid, 'unlimited');
  }
  journal.append(action, durable);
  const types = foldHistory(eventsOf('s1'), pathsOf(home)).state.map(event => event.type);
  expect(types).toEqual(['question-shown', 'question-skipped', 'question-shown']);
});
