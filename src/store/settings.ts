import { readFileSync } from 'node:fs';
import { dayNamed } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { Paths } from './paths.ts';

/** What the learner may set for good. Flags and environment go before it, defaults behind it. */
export interface Settings {
  /** Questions a quiz asks. */
  readonly count: number;
  readonly 'front-end': 'auto' | 'plain';
  readonly theme: 'dark' | 'light' | 'plain';
  /** Domains a quiz asks from; all when empty. */
  readonly domains: readonly string[];
  /** A calendar day, or empty. */
  readonly 'exam-date': string;
  /** A digit selects and Enter answers. */
  readonly confirm: boolean;
  /** The chance of recall at which a card is asked again, from 0 to 1. */
  readonly retention: number;
  /** New cards a day, at most. */
  readonly 'new-per-day': number;
  /** The hour in the morning at which a learner's day begins. */
  readonly 'rollover-hour': number;
  /** What the plan may ask of a day, mock exams aside. */
  readonly 'minutes-a-day': number;
  /** Whether streaks are shown. */
  readonly streak: boolean;
}

interface Setting<Value> {
  readonly fallback: Value;
  readonly what: string;
  /** What may be written, in words. */
  readonly takes: string;
  /** The value of a word, or undefined when it is not one. */
  parse(word: string): Value | undefined;
}

const oneOf =
  <const Word extends string>(...words: Word[]) =>
  (word: string) =>
    words.find(known => known === word);
/** A whole number between two. */
const whole = (least: number, most: number) => (word: string) =>
  /^\d{1,4}$/.test(word) && Number(word) >= least && Number(word) <= most ? Number(word) : undefined;
const onOff = (word: string) =>
  /^(on|true|yes)$/.test(word) ? true : /^(off|false|no)$/.test(word) ? false : undefined;

/** Every setting, its default and how it is read. The only list of them. */
export const settingsTable: { readonly [Name in keyof Settings]: Setting<Settings[Name]> } = {
  count: {
    fallback: 10,
    what: 'questions a quiz asks',
    takes: 'a whole number from 1 to 500',
    parse: word =>
      /^\d{1,3}$/.test(word) && Number(word) >= 1 && Number(word) <= 500 ? Number(word) : undefined,
  },
  'front-end': {
    fallback: 'auto',
    what: 'how sessions are shown',
    takes: 'auto or plain',
    parse: oneOf('auto', 'plain'),
  },
  theme: {
    fallback: 'dark',
    what: 'colours for a dark or light background, or none',
    takes: 'dark, light or plain',
    parse: oneOf('dark', 'light', 'plain'),
  },
  domains: {
    fallback: [],
    what: 'domains a quiz asks from; none means all',
    takes: 'slugs with commas between them, or none',
    parse: word =>
      word === '' || word === 'none'
        ? []
        : /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(word)
          ? word.split(',')
          : undefined,
  },
  'exam-date': {
    fallback: '',
    what: 'the day of your exam',
    takes: 'a day such as 2026-12-18, or none',
    parse: parseDay,
  },
  confirm: { fallback: false, what: 'a digit selects and Enter answers', takes: 'on or off', parse: onOff },
  retention: {
    fallback: 0.85,
    what: 'chance of recall at which a card comes back',
    takes: 'a number from 0.7 to 0.97; below much is forgotten, above much is asked for nothing',
    parse: word =>
      /^(0?[.]\d{1,4})$/.test(word) && Number(word) >= 0.7 && Number(word) <= 0.97 ? Number(word) : undefined,
  },
  'new-per-day': {
    fallback: 10,
    what: 'new cards a day, at most',
    takes: 'a whole number from 0 to 200',
    parse: whole(0, 200),
  },
  'rollover-hour': {
    fallback: 4,
    what: 'hour at which a new day begins',
    takes: 'a whole number from 0 to 12',
    parse: whole(0, 12),
  },
  'minutes-a-day': {
    fallback: 30,
    what: 'minutes a day that the plan may take, mock exams aside',
    takes: 'a whole number from 5 to 600',
    parse: whole(5, 600),
  },
  streak: { fallback: true, what: 'whether streaks are shown', takes: 'on or off', parse: onOff },
};

export type SettingName = keyof Settings;
export const settingNames = Object.keys(settingsTable) as SettingName[];

function parseDay(word: string): string | undefined {
  if (word === '' || word === 'none') return '';
  return dayNamed(word) === undefined ? undefined : word;
}

/** Throws UsageError, naming the nearest setting. */
export function settingNamed(name: string): SettingName {
  const found = settingNames.find(known => known === name);
  if (found) return found;
  const near = nearest(name, settingNames);
  throw new UsageError(
    `There is no setting "${name}". ${near ? `Did you mean "${near}"?` : `The settings are: ${settingNames.join(', ')}.`}`,
  );
}

/** A setting's value as one word: what `parse` reads. */
export const settingWord = (value: Settings[SettingName]): string =>
  Array.isArray(value)
    ? value.join(',') || 'none'
    : typeof value === 'boolean'
      ? value
        ? 'on'
        : 'off'
      : String(value) || 'none';

/** What the settings file holds, as far as it can be read: conf writes it, and is too slow to load just for reading. */
export function storedSettings(paths: Paths): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(paths.settings, 'utf8');
  } catch {
    return {};
  }
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored === 'object' && stored !== null) return stored as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new UsageError(
    `The settings in ${paths.settings} are not valid JSON. Mend the file, or delete it to begin with the defaults.`,
  );
}

/** All settings, with defaults where nothing is set. Throws UsageError for a file or a value that cannot be read. */
export function readSettings(paths: Paths): Settings {
  const stored = storedSettings(paths);
  const values = settingNames.map(name => {
    const { fallback, parse, takes } = settingsTable[name];
    const value = Object.hasOwn(stored, name)
      ? parse(settingWord(stored[name] as Settings[SettingName]))
      : fallback;
    if (value === undefined)
      throw new UsageError(
        `The setting "${name}" in ${paths.settings} takes ${takes}. Mend it with: cca config set ${name} VALUE`,
      );
    return [name, value];
  });
  return Object.fromEntries(values) as Settings;
}

/** Sets a value or, with undefined, removes it. Loads conf. Throws StorageError when the file cannot be written. */
export async function writeSetting(
  name: SettingName,
  value: Settings[SettingName] | undefined,
  paths: Paths,
): Promise<void> {
  const { writeWithConf } = await import('./conf.ts');
  writeWithConf(paths.settings, name, value);
}
