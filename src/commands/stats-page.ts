import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../clock.ts';
import type { Bank } from '../bank/bank.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { plotSvg } from '../plot/svg.ts';
import { statsPage as pageOf } from '../report/html/stats.ts';
import {
  calibrationPlot,
  domainPlot,
  heatmapPlot,
  memoryPlot,
  readinessPlot,
  type MemoryPoint,
} from '../report/plots.ts';
import type { Overview } from '../stats/overview.ts';
import { readinessOver, type Moment } from '../stats/readiness.ts';
import { doneOn } from '../stats/habits.ts';
import type { Standing } from '../stats/standing.ts';
import { writePage } from '../store/page-file.ts';

/** What the page is made from besides the overview. */
export interface PageSource {
  readonly bank: Bank;
  readonly standing: Standing;
  /** Where it is written; into the folder for temporary files when only `opens` was asked for. */
  readonly file: string | undefined;
  readonly opens: boolean;
  readonly memory?: readonly MemoryPoint[];
  readonly examDay: Day | undefined;
}

/** Writes the statistics as one page, and opens it if that was asked for. Throws StorageError. */
export async function statsPage(
  seen: Overview,
  { bank, standing, file, opens, examDay, memory = [] }: PageSource,
  { clock, settings, print, warn }: Context,
): Promise<ExitStatus> {
  const { blueprint, rows } = bank;
  const history = readinessOver(blueprint, rows, standing.evidence, momentsOf(standing, clock.now()));
  const plots = {
    ...(history.length > 0 && { readiness: readinessPlot(history) }),
    ...(seen.readiness.state === 'known' && { domains: domainPlot(seen.domains, blueprint.passMark) }),
    ...(seen.calibration && { calibration: calibrationPlot(seen.calibration) }),
    heatmap: heatmapPlot(seen.habits),
    ...(memory.length > 0 && { memory: memoryPlot(memory) }),
  };
  const drawn = await Promise.all(
    Object.entries(plots).map(async ([id, plot]) => [id, await plotSvg(plot)] as const),
  );
  const { passMark } = blueprint;
  const html = pageOf({
    seen,
    passMark,
    streak: settings.streak,
    history,
    memory,
    examDay,
    svg: Object.fromEntries(drawn),
  });
  const path = writePage(file ?? join(tmpdir(), 'cca-stats.html'), html, 'your history is as it was');
  print(`Written: ${path}`);
  if (opens) await open(path, warn);
  return exitStatus.done;
}

/** At most so many moments are looked at: each takes a forecast of its own. */
const mostMoments = 24;

/** The ends of days of study, evenly chosen where there are many, and now. */
function momentsOf({ days }: Standing, now: number): Moment[] {
  let studied = 0;
  const all = Object.entries(days)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([day, done]) => ({
      at: Math.min(now, (Number(day) + 1) * 86_400_000),
      studied: (studied += doneOn(done)),
    }));
  const step = Math.max(1, Math.ceil(all.length / mostMoments));
  return all.filter((_, index) => (all.length - 1 - index) % step === 0);
}

async function open(path: string, warn: Context['warn']): Promise<void> {
  const { openPage } = await import('./open-page.ts');
  const why = await openPage(path);
  if (why !== undefined) warn(`It cannot be opened from here: ${why}. Open it in a browser yourself.`);
}
