import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { kindNames } from '../question/kinds/index.ts';
import { difficulties } from '../question/types.ts';
import { loadBank } from '../store/banks.ts';
import { settingNames } from '../store/settings.ts';
import { tagsOf } from './resolve.ts';

/**
 * Adds `cca completion SHELL`, which prints a script, and the hidden `cca complete`, which the script calls. Loaded only for
 * these two: other commands need not pay for it.
 */
export async function addCompletion(
  program: Command,
  context: Context,
  words: string,
  examples: string,
): Promise<void> {
  const root = tab(program, { completionCommandName: 'completion' });
  describe(program, words, examples);
  const bank = await loadBank(undefined, context.paths);
  const { blueprint, rows } = bank;
  const guideItems = bank.guide()?.items.map(({ id }) => id) ?? [];
  const values: Readonly<Record<string, readonly string[]>> = {
    domain: blueprint.domains.map(({ slug }) => slug),
    objective: blueprint.domains.flatMap(({ objectives }) => objectives.map(({ slug }) => slug)),
    kind: kindNames,
    difficulty: difficulties,
    tag: tagsOf(rows),
    done: guideItems,
    undo: guideItems,
  };
  for (const command of root.commands.values())
    for (const [name, option] of command.options) {
      const known = values[name];
      if (known) option.handler = complete => known.forEach(value => complete(value, ''));
    }
  root.commands
    .get('guide')
    ?.argument('part', complete =>
      [...(values['domain'] ?? []), ...(values['objective'] ?? [])].forEach(value => complete(value, '')),
    );
  for (const name of ['get', 'set', 'unset'])
    root.commands
      .get(`config ${name}`)
      ?.argument('name', complete => settingNames.forEach(setting => complete(setting, '')));
}

/** In the words of the other commands, and with the shells that were tried. */
function describe(program: Command, words: string, examples: string): void {
  const command = program.commands.find(one => one.name() === 'completion');
  command?.description(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`).addHelpText('after', examples);
  const shell = command?.registeredArguments[0]?.choices(['bash', 'zsh', 'fish']);
  if (shell) shell.description = 'which shell';
}
