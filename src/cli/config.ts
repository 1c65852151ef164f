import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples, type Finish } from './parts.ts';

/** `cca config …`. */
export function addConfigCommands(program: Command, context: Context, finish: Finish): void {
  const config = program
    .command('config')
    .summary('read and change settings')
    .description('Reads and changes settings.');
  config.addHelpText(
    'after',
    examples('cca config list', 'cca config set count 20', 'cca config unset count'),
  );
  const load = () => import('../commands/config.ts');
  config
    .command('get')
    .description('Prints a setting.')
    .argument('<name>')
    .addHelpText('after', examples('cca config get count'))
    .action(name => finish(load().then(({ configGet }) => configGet(name, context))));
  config
    .command('set')
    .description('Changes a setting; asks for what is left out.')
    .argument('[name]')
    .argument('[value]')
    .addHelpText(
      'after',
      examples('cca config set exam-date 2026-12-18', 'cca config set domains network-policy,ebpf'),
    )
    .action((name, value) => finish(load().then(({ configSet }) => configSet(name, value, context))));
  config
    .command('unset')
    .description('Returns a setting to its default.')
    .argument('<name>')
    .addHelpText('after', examples('cca config unset theme'))
    .action(name => finish(load().then(({ configUnset }) => configUnset(name, context))));
  config
    .command('list')
    .description('Lists all settings with what they take.')
    .addHelpText('after', examples('cca config list'))
    .action(() => finish(load().then(({ configList }) => configList(context))));
  config
    .command('path')
    .description('Prints where the settings are.')
    .addHelpText('after', examples('cat "$(cca config path)"'))
    .action(() => finish(load().then(({ configPath }) => configPath(context))));
}
