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
  const chosen = word ?? (await ask.askChoice('Which setting?', settingNames.map(listed)));
  const name = settingNamed(chosen);
  const value =
    given ??
    (await ask.askLine(
      `${settingsTable[name].what} (${settingsTable[name].takes})`,
      settingWord(context.settings[name]),
    ));
  const { parse, takes } = settingsTable[name];
  const parsed = parse(value);
  if (parsed === undefined) throw new UsageError(`"${value}" is not a value of ${name}. It takes ${takes}.`);
  const meant = Array.isArray(parsed)
    ? resolveDomains(parsed, (await loadBank(undefined, context.paths)).blueprint)
    : parsed;
  storedSettings(context.paths);
  await writeSetting(name, meant, context.paths);
  context.print(`${name} is ${settingWord(meant)}.`);
  return exitStatus.done;
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
    context.print(`${name} = ${settingWord(values[name])}${mark}`, `    ${what}; takes ${takes}`);
  }
  return exitStatus.done;
}

/** `cca config path`. */
export async function configPath(context: Context): Promise<ExitStatus> {
  context.print(context.paths.settings);
  return exitStatus.done;
}
