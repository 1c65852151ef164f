import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { learnerEnv, program } from './cli.ts';
import { terminal, type RunningTerminal, type TerminalOptions } from './terminal.ts';

const script = `
echo "mode $(stty -g)"
sh -c 'echo "pid $$"; exec "$@"' sh "$@"
echo "status $?"
echo "mode $(stty -g)"
`;

/** The program in a terminal, started by a script that lives on after it. */
export interface Scripted {
  readonly learner: RunningTerminal;
  signal(name: NodeJS.Signals): void;
  /** Waits for the end of both; gives the program's exit status and the terminal's mode before and after. */
  left(): Promise<{ status: number; modes: readonly string[] }>;
}

export function inScript(args: readonly string[], options: TerminalOptions): Scripted {
  const learner = terminal(args, {
    ...options,
    command: ['sh', '-c', script, 'sh', process.execPath, program],
  });
  return {
    learner,
    signal: name => void process.kill(Number(learner.output().match(/^pid (\d+)/m)?.[1]), name),
    async left() {
      await learner.ended();
      return {
        status: Number(learner.output().match(/^status (\d+)/m)?.[1]),
        modes: [...learner.output().matchAll(/^mode (\S+)/gm)].map(match => match[1] as string),
      };
    },
  };
}

/** An interactive shell with job control, in which the program is called `cca`. */
export async function shell(options: TerminalOptions): Promise<RunningTerminal> {
  const bin = join(options.home.dir, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'cca'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, {
    mode: 0o755,
  });
  const learner = terminal(['--norc', '--noprofile', '-i'], {
    ...options,
    command: ['bash'],
    env: { PATH: `${bin}:${learnerEnv(options.home)['PATH']}`, PS1: '$ ', ...options.env },
  });
  await learner.waitFor(/\$/);
  return learner;
}
