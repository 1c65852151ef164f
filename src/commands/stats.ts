import { dayNamed, dayNow, type Day } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Bank } from '../bank/bank.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { memoryByDomain, memoryUntil } from '../schedule/forecast.ts';
import { scheduleFold } from '../schedule/schedule.ts';
import { daysOff, metCards } from '../schedule/study.ts';
import { overview, type Overview } from '../stats/overview.ts';
import { emptyStanding, standings, type Standing, type Standings } from '../stats/standing.ts';
import { loadBank } from '../store/banks.ts';
import { foldHistory } from '../store/history.ts';
import { remembered } from '../store/remembered.ts';
import { findingNotices } from './history-notices.ts';
import { resolveDomains } from './resolve.ts';
import { sinceDay } from './since.ts';

export interface StatsFlags {
  readonly domain?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly json?: boolean | undefined;
  readonly html?: string | undefined;
  readonly open?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly bank?: string | undefined;
}

/** `cca stats`: where the learner stands, would they pass, and what to do next. Everything is a fold over the journal. */
export async function stats(flags: StatsFlags, context: Context): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  const { clock, paths, settings } = context;
  const now = clock.now();
  const today = dayNow(clock, settings['rollover-hour']);
  const domains = resolveDomains(flags.domain ?? [], bank.blueprint);
  const since = flags.since === undefined ? undefined : sinceDay(flags.since, today);
  const { state, findings } = foldHistory(standings(settings['rollover-hour']), paths);
  context.warn(...findingNotices(findings));
  const standing = standingOf(state, bank);
  const schedule = foldHistory(scheduleFold(settings['rollover-hour']), paths).state;
  const scheduled = { blueprint: bank.blueprint, rows: bank.rows, schedule };
  const cards = metCards(scheduled, today);
  const seen = overview({
    blueprint: bank.blueprint,
    rows: bank.rows,
    standing,
    now,
    today,
    domains,
    since,
    memory: memoryByDomain(cards, today),
    nothingDue: daysOff(scheduled, settings.retention, today),
    read: readerOf(bank),
    recall: remembered('forecast', paths),
  });
  if (flags.html !== undefined || flags.open) {
    const { statsPage } = await import('./stats-page.ts');
    return statsPage(
      seen,
      {
        bank,
        standing,
        file: flags.html,
        opens: flags.open ?? false,
        examDay: examAfter(settings['exam-date'], today),
        memory: memoryUntil(cards, today, examAfter(settings['exam-date'], today) ?? today + usualForecast),
      },
      context,
    );
  }
  if (flags.json) {
    const { statsJson } = await import('../report/stats-json.ts');
    context.print(JSON.stringify(statsJson(seen, settings), null, 2));
    return exitStatus.done;
  }
  context.print(...(await screen(seen, state, today, flags, context)));
  return exitStatus.done;
}

/** How many days the forecast of memory looks ahead where no exam is set. */
const usualForecast = 30;

/** The exam's day where it is still to come. */
const examAfter = (examDate: string, today: Day): Day | undefined => {
  const exam = dayNamed(examDate);
  return exam !== undefined && exam > today ? exam : undefined;
};

const standingOf = (state: Standings, { blueprint }: Bank): Standing =>
  (Object.hasOwn(state, blueprint.id) ? state[blueprint.id] : undefined) ?? emptyStanding();

/** Reads what the bank still has of these ids. */
function readerOf(bank: Bank) {
  const known = new Set(bank.rows.map(row => row.id));
  return (ids: readonly string[]) => bank.read(ids.filter(id => known.has(id)));
}

async function screen(
  seen: Overview,
  state: Standings,
  today: Day,
  flags: StatsFlags,
  { terminal, settings, output }: Context,
): Promise<string[]> {
  if (seen.totals.answered === 0) return nothingYet(seen, state, flags);
  const [{ decidingLines, statsLines }, { makeTheme }, { screenWidth }, { toAscii }] = await Promise.all([
    import('../ui/render/stats.ts'),
    import('../ui/theme.ts'),
    import('../ui/render/text.ts'),
    import('../ui/render/ascii.ts'),
  ]);
  const theme = makeTheme(settings.theme, terminal);
  const width = screenWidth(output.columns || 80);
  const detailed = flags.domain !== undefined;
  const whole = statsLines(seen, width, theme, { streak: settings.streak, detailed });
  // The line below is the shell's.
  const rows = (terminal.stdout && !flags.all && !detailed && output.rows - 1) || Infinity;
  const lines = whole.length > rows ? decidingLines(seen, width, theme, rows) : whole;
  return terminal.unicode ? lines : lines.map(toAscii);
}

/** Why there is nothing to show, and what to do. */
function nothingYet(seen: Overview, state: Standings, flags: StatsFlags): string[] {
  if (flags.since !== undefined && (state[seen.bank]?.evidence.studied ?? 0) > 0)
    return [`No answers since then. Everything: cca stats`];
  if (flags.domain !== undefined && (state[seen.bank]?.evidence.studied ?? 0) > 0)
    return [`No answers there yet. Begin with: ${seen.next.command}`];
  const others = Object.entries(state)
    .filter(([bank, { evidence }]) => bank !== seen.bank && evidence.studied > 0)
    .map(([bank]) => bank);
  if (seen.elsewhere > 0)
    return [
      `No answers yet in the domains of this exam; ${seen.elsewhere} in domains it no longer has. Begin with: cca quiz`,
    ];
  return others.length === 0
    ? ['No answers yet. Begin with: cca quiz']
    : [
        `No answers to ${seen.title} yet. Begin with: cca quiz`,
        `Your history has answers to ${others.join(', ')}: see them with cca stats --bank DIR.`,
      ];
}
