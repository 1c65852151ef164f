import { staleSince, type Stale } from '../bank/stale.ts';
import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { loadBank } from '../store/banks.ts';
import { resolveDomains } from './resolve.ts';

const dayMs = 86_400_000;
const days: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** `cca bank stale`: what nobody has held against its source for so long. */
export async function bankStale(
  flags: { since: string; domain?: readonly string[]; bank?: string; json?: boolean },
  context: Context,
): Promise<ExitStatus> {
  const day = dayBefore(context, daysIn(flags.since));
  const bank = await loadBank(flags.bank, context.paths);
  const domains = resolveDomains(flags.domain ?? [], bank.blueprint);
  const rows = bank.rows.filter(({ domain }) => domains.length === 0 || domains.includes(domain));
  const stale = staleSince(bank.read(rows.map(({ id }) => id)), day);
  if (flags.json) context.print(JSON.stringify({ before: day, of: rows.length, stale }, null, 2));
  else if (stale.length === 0)
    context.print(`Every source of ${rows.length} questions and cards was checked on ${day} or later.`);
  else
    context.print(
      `${stale.length} of ${rows.length} questions and cards rest on a source last checked before ${day}, longest ago first.`,
      ...stale.flatMap(staleLines),
      'Read each page again; mend the question or only its "checked" day.',
    );
  return exitStatus.done;
}

const staleLines = ({ id, place, sources }: Stale): string[] => [
  `${id}  ${place.file}:${place.line}`,
  ...sources.map(({ url, section, checked }) => `    ${checked}  ${url} (${section})`),
];

function daysIn(word: string): number {
  const [, number = '', unit = 'd'] = /^(\d{1,5})([dwmy])?$/.exec(word) ?? [];
  if (number === '')
    throw new UsageError(
      `"${word}" is no span of time. Write days, weeks, months or years, such as 180d or 6m.`,
    );
  return Number(number) * (days[unit] as number);
}

/** The local calendar day so many days ago. */
function dayBefore({ clock }: Context, count: number): string {
  const now = clock.now();
  return new Date(now + clock.offset(now) * 60_000 - count * dayMs).toISOString().slice(0, 10);
}
