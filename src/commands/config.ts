import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import {
  readSettings,
  settingNamed,
  settingNames,
  settingsTable,
  settingWord,
  type SettingName,
  storedSettings,
  writeSetting,
} from '../store/settings.ts';
import { loadBank } from '../store/banks.ts';
import { resolveDomains } from './resolve.ts';
import { say } from './say.ts';

/** `cca config get NAME`. */
export async function configGet(word: string, context: Context): Promise<ExitStatus> {
  const name = settingNamed(word);
  context.print(settingWord(readSettings(context.paths)[name]));
  return exitStatus.done;
}

/** `cca config set [NAME] [VALUE]`: what is left out is asked for in a terminal. */
export async function configSet(
  word: string | undefined,
  given: string | undefined,
  context: Context,
): Promise<ExitStatus> {
  if ((word === undefined || given === undefined) && !context.terminal.interactive)
    throw new UsageError('Say what to set, and to what: cca config set count 20');
  const ask = await import('../ui/tty/ask.ts');
  const chosen =
    word ?? (await ask.askChoice('Which setting?', settingNames.map(listed), context.interrupted));
  const name = settingNamed(chosen);
  const value =
    given ??
    (await ask.askLine(
      `${settingsTable[name].what} (${settingsTable[name].takes})`,
      settingWord(context.settings[name]),
      context.interrupted,
    ));
  const { parse, takes } = settingsTable[name];
  const parsed = parse(name === 'domains' ? await slugsIn(value, context) : value);
  if (parsed === undefined) throw new UsageError(`"${value}" is not a value of ${name}. It takes ${takes}.`);
  storedSettings(context.paths);
  await writeSetting(name, parsed, context.paths);
  context.print(`${name} is ${settingWord(parsed)}.`);
  return exitStatus.done;
}

/** Domains as the learner names them, by slug with commas between them. */
async function slugsIn(words: string, context: Context): Promise<string> {
  const named = words.split(',').map(word => word.trim());
  if (words === 'none' || named.includes('')) return words;
  const { blueprint } = await loadBank(undefined, context.paths);
  return resolveDomains(named, blueprint).join(',');
}

const listed = (name: SettingName) => ({ value: name, name: `${name}: ${settingsTable[name].what}` });

/** `cca config unset NAME`. */
export async function configUnset(word: string, context: Context): Promise<ExitStatus> {
  const name = settingNamed(word);
  storedSettings(context.paths);
  await writeSetting(name, undefined, context.paths);
  context.print(`${name} is ${settingWord(settingsTable[name].fallback)} again.`);
  return exitStatus.done;
}

/** `cca config list`. */
export async function configList(context: Context): Promise<ExitStatus> {
  const values = readSettings(context.paths);
  const stored = storedSettings(context.paths);
  for (const name of settingNames) {
    const { what, takes } = settingsTable[name];
    const mark = Object.hasOwn(stored, name) ? '' : ' (default)';
    say(context, `${name} = ${settingWord(values[name])}${mark}`, `    ${what}; takes ${takes}`);
  }
  return exitStatus.done;
}

/** `cca config path`. */
export async function configPath(context: Context): Promise<ExitStatus> {
  context.print(context.paths.settings);
  return exitStatus.done;
}
