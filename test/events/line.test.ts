import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/events/events.ts';
import { formatVersion } from '../../src/events/events.ts';
import { decodeLine, encodeLine } from '../../src/events/line.ts';
import { eventsOf } from '../../src/events/of-session.ts';
import { reports } from '../../src/events/reports.ts';
import { aSecondApart, answered, beginning, everyDraft, grown, shown, stamped } from '../support/events.ts';
import { anyText } from '../support/texts.ts';

const stamp = { v: formatVersion, id: 'id1', time: new Date(beginning).toISOString(), offset: 60 };
const lineOf = (draft: Draft) => encodeLine({ ...stamp, ...draft });
const types = Object.keys(everyDraft) as Draft['type'][];

test.each(types)('%s: a line says what happened, and is read as it was written', type => {
  const line = lineOf(everyDraft[type]);
  expect(line.split('\n')).toEqual([expect.any(String), '']);
  expect(line.startsWith('{"v":1,"id":"id1","time":')).toBe(true);
  expect(decodeLine(line.trimEnd())).toEqual({ state: 'event', event: { ...everyDraft[type], ...stamp } });
});

test('any text that a learner types stays on one line and comes back as it was', () => {
  fc.assert(
    fc.property(anyText(), text => {
      const line = lineOf(answered('q', { answer: { text } }));
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(decodeLine(line.trimEnd())).toMatchObject({ event: { answer: { text } } });
    }),
  );
});

describe('a line of another program', () => {
  test.each([
    ['of a type that is not known is skipped', { ...stamp, type: 'card-reviewed', card: 'c1' }, 'unknown'],
    ['with more fields is read', { ...stamp, ...shown(), colour: 'red' }, 'event'],
    ['of a newer format is told apart', { ...stamp, v: 2, type: 'question-shown' }, 'newer'],
    ['of a newer format and an unknown type too', { ...stamp, v: 7, type: 'x' }, 'newer'],
  ])('%s', (_what, value, state) => {
    expect(decodeLine(JSON.stringify(value)).state).toBe(state);
  });

  test('says which format it has', () => {
    expect(decodeLine(JSON.stringify({ ...stamp, v: 7, type: 'x' }))).toEqual({ state: 'newer', version: 7 });
  });
});

describe('a line that cannot be read is told apart, never thrown at', () => {
  const whole = lineOf(answered()).trimEnd();
  test.each([
    ['empty', ''],
    ['torn', whole.slice(0, 60)],
    ['two run into one', whole.slice(0, 60) + whole],
    ['no JSON', 'hello'],
    ['a word', '"hello"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object without a stamp', '{"type":"session-paused","session":"s1"}'],
    ['a stamp of the wrong types', '{"v":"1","id":1,"time":null,"type":"session-paused"}'],
    ['__proto__', '{"__proto__":{"v":1,"id":"a","time":"t","type":"session-paused"}}'],
  ])('%s', (_what, text) => {
    expect(decodeLine(text)).toEqual({ state: 'unreadable' });
  });

  test.each(types.filter(type => type !== 'question-flagged'))('%s without any of its own fields', type => {
    expect(decodeLine(JSON.stringify({ ...stamp, type })).state).not.toBe('event');
  });
});

test('a session is made of its own events, in order', () => {
  const events = aSecondApart(shown('a'), shown('a', 's2'), answered('a'), shown('b'));
  expect(grown(eventsOf('s1'), events)).toEqual([events[0], events[2], events[3]]);
});

test('reported faults are kept with id, revision, seed and note', () => {
  const report = stamped(everyDraft['question-reported']);
  expect(grown(reports, [stamped(answered()), report])).toEqual([report]);
});
