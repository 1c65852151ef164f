import { staleSince, type Stale } from '../bank/stale.ts';
import { dayNow, dayWord } from '../clock.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { loadBank } from '../store/banks.ts';
import { resolveDomains } from './resolve.ts';
import { sinceDay } from './since.ts';
import { say } from './say.ts';

/** `cca bank stale`: what nobody has held against its source for so long. */
export async function bankStale(
  flags: { since: string; domain?: readonly string[]; bank?: string; json?: boolean },
  context: Context,
): Promise<ExitStatus> {
  const today = dayNow(context.clock, context.settings['rollover-hour']);
  const day = dayWord(sinceDay(flags.since, today));
  const bank = await loadBank(flags.bank, context.paths);
  const domains = resolveDomains(flags.domain ?? [], bank.blueprint);
  const rows = bank.rows.filter(({ domain }) => domains.length === 0 || domains.includes(domain));
  const stale = staleSince(bank.read(rows.map(({ id }) => id)), day);
  if (flags.json) context.print(JSON.stringify({ before: day, of: rows.length, stale }, null, 2));
  else if (stale.length === 0)
    context.print(`Every source of ${rows.length} questions and cards was checked on ${day} or later.`);
  else
    say(
      context,
      `${stale.length} of ${rows.length} questions and cards ${stale.length === 1 ? 'rests' : 'rest'} on a source last checked before ${day}, longest ago first.`,
      ...stale.flatMap(staleLines),
      'Read each page again; mend the question or only its "checked" day.',
    );
  return exitStatus.done;
}

const staleLines = ({ id, place, sources }: Stale): string[] => [
  `${id}  ${place.file}:${place.line}`,
  ...sources.map(({ url, section, checked }) => `    ${checked}  ${url} (${section})`),
];
