import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StorageError, UsageError } from '../../src/errors.ts';
import {
  readSettings,
  settingNamed,
  settingNames,
  settingsTable,
  settingWord,
  writeSetting,
  type SettingName,
} from '../../src/store/settings.ts';
import { makeHome } from '../support/home.ts';
import { pathsOf } from '../support/store.ts';

const defaults = {
  count: 10,
  'front-end': 'auto',
  theme: 'dark',
  domains: [],
  'exam-date': '',
  confirm: false,
  streak: true,
  retention: 0.85,
  'new-per-day': 10,
  'rollover-hour': 4,
  'minutes-a-day': 30,
};

test.each<[SettingName, string, unknown]>([
  ['count', '1', 1],
  ['count', '500', 500],
  ['front-end', 'plain', 'plain'],
  ['front-end', 'auto', 'auto'],
  ['theme', 'light', 'light'],
  ['domains', 'ebpf', ['ebpf']],
  ['domains', 'ebpf,service-mesh', ['ebpf', 'service-mesh']],
  ['domains', 'none', []],
  ['domains', '', []],
  ['exam-date', '2026-12-18', '2026-12-18'],
  ['exam-date', '2028-02-29', '2028-02-29'],
  ['exam-date', 'none', ''],
  ['confirm', 'on', true],
  ['confirm', 'yes', true],
  ['confirm', 'false', false],
  ['streak', 'off', false],
  ['retention', '0.9', 0.9],
  ['retention', '.7', 0.7],
  ['new-per-day', '0', 0],
  ['new-per-day', '200', 200],
  ['rollover-hour', '0', 0],
  ['minutes-a-day', '45', 45],
])('%s takes %j', (name, word, value) => {
  expect(settingsTable[name].parse(word)).toEqual(value);
});

test.each<[SettingName, string[]]>([
  ['count', ['0', '-1', '501', '1e2', '10.5', 'ten', '', ' 10']],
  ['front-end', ['tty', 'Plain', '']],
  ['theme', ['solarized', '']],
  ['domains', ['a b', 'a,,b', 'a,', 'A', '../x']],
  ['exam-date', ['18 Dec', '2026-02-30', '2026-13-01', '2027-02-29', '26-12-18']],
  ['confirm', ['maybe', '', 'ON ', '1']],
  ['streak', ['tru']],
  ['retention', ['0.5', '0.999', '1', '85', '85%', '-0.9', '']],
  ['new-per-day', ['-1', '201', '1.5', 'ten']],
  ['rollover-hour', ['13', '24', '-1', '4am']],
  ['minutes-a-day', ['0', '4', '601', '']],
])('%s does not take any of %j', (name, words) => {
  for (const word of words) expect(settingsTable[name].parse(word), word).toBeUndefined();
});

test.each(settingNames)('%s: its default is a value that it takes, in the words it is shown in', name => {
  const { fallback, parse, what, takes } = settingsTable[name];
  expect(parse(settingWord(fallback))).toEqual(fallback);
  expect(fallback).toEqual(defaults[name]);
  expect(what.length * takes.length).toBeGreaterThan(0);
});

test.each([
  ['coumt', 'There is no setting "coumt". Did you mean "count"?'],
  ['exam-day', 'There is no setting "exam-day". Did you mean "exam-date"?'],
  ['colour', `There is no setting "colour". The settings are: ${settingNames.join(', ')}.`],
  ['__proto__', /^There is no setting "__proto__"[.] /],
  ['constructor', /^There is no setting "constructor"[.] /],
])('a setting %s is not there, and the nearest is named', (name, words) => {
  expect(() => settingNamed(name)).toThrow(UsageError);
  expect(() => settingNamed(name)).toThrow(words);
});

/** A learner whose settings file holds this. */
function withSettings(text: string | undefined) {
  const paths = pathsOf(makeHome());
  mkdirSync(dirname(paths.settings), { recursive: true });
  if (text !== undefined) writeFileSync(paths.settings, text);
  return paths;
}

describe('the settings file', () => {
  test.each([
    ['is not there', undefined, {}],
    ['is an empty object', '{}', {}],
    [
      'sets some',
      '{"count": 5, "confirm": true, "domains": ["ebpf"]}',
      { count: 5, confirm: true, domains: ['ebpf'] },
    ],
    ['sets something that an older program does not know', '{"colour": "red"}', {}],
    [
      'has words for values, written by hand',
      '{"count": "5", "confirm": "on", "domains": "ebpf"}',
      { count: 5, confirm: true, domains: ['ebpf'] },
    ],
  ])('%s', (_what, text, set) => {
    expect(readSettings(withSettings(text))).toEqual({ ...defaults, ...set });
  });

  test.each([
    ['is not JSON', '{count: 5', /are not valid JSON[.] Mend the file, or delete it/],
    ['is empty', '', /are not valid JSON/],
    ['is a word', '"count"', /are not valid JSON/],
    [
      'has a value that does not fit',
      '{"count": 0}',
      /"count" in .* takes a whole number from 1 to 500[.] Mend it with: cca config set count VALUE/,
    ],
    ['has a value of another type', '{"theme": {"a": 1}}', /"theme" in .* takes dark, light or plain/],
    ['has a null', '{"count": null}', /"count" in .* takes a whole number/],
  ])('%s: told with what to do', (_what, text, words) => {
    const paths = withSettings(text);
    expect(() => readSettings(paths)).toThrow(UsageError);
    expect(() => readSettings(paths)).toThrow(words);
    expect(() => readSettings(paths)).toThrow(paths.settings);
  });
});

test('a setting is written for its owner only, and the others stay', async () => {
  const paths = pathsOf(makeHome());
  await writeSetting('count', 20, paths);
  await writeSetting('exam-date', '2026-12-18', paths);
  expect(readSettings(paths)).toEqual({ ...defaults, count: 20, 'exam-date': '2026-12-18' });
  expect(statSync(paths.settings).mode & 0o777).toBe(0o600);
  await writeSetting('count', undefined, paths);
  expect(JSON.parse(readFileSync(paths.settings, 'utf8'))).toEqual({ 'exam-date': '2026-12-18' });
});

test('settings that cannot be written are told, with the place', async () => {
  const paths = pathsOf(makeHome());
  mkdirSync(paths.settings, { recursive: true });
  await expect(writeSetting('count', 20, paths)).rejects.toThrow(StorageError);
  await expect(writeSetting('count', 20, paths)).rejects.toThrow(paths.settings);
});
