import { arms, study, type ArmName, type Studied } from './learners.ts';

/*
 * `npm run bench:learning`: what simulated learners know on the day of their exam, by schedule, at equal work. Seeded: the
 * same numbers on every machine. CCA_BENCH_LEARNERS takes fewer learners than 200 for a first look.
 */

const learners = Number(process.env['CCA_BENCH_LEARNERS'] ?? 200);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const failures: string[] = [];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Half of a 95% interval of a mean. */
function halfWidth(values: readonly number[]): number {
  const middle = mean(values);
  const variance =
    mean(values.map(value => (value - middle) ** 2)) * (values.length / Math.max(1, values.length - 1));
  return 1.96 * Math.sqrt(variance / values.length);
}

const cell = (arm: ArmName, count: number, days: number, retention: number, size = learners): Studied[] =>
  Array.from({ length: size }, (_, i) => study(`learner ${i}`, arm, { count, days, retention }));

/** The retention at which an arm asks as much as `reviews` on average: found on a part of the learners by bisection. */
function equalWork(arm: ArmName, count: number, days: number, reviews: number): number {
  let [low, high] = [0.3, 0.985];
  const size = Math.min(learners, 50);
  for (let step = 0; step < 8; step++) {
    const middle = (low + high) / 2;
    if (mean(cell(arm, count, days, middle, size).map(one => one.reviews)) > reviews) high = middle;
    else low = middle;
  }
  return low;
}

/** Never lets the plan have more than its share: the retention is lowered until it does not ask more than the plain arm. */
function planCell(
  count: number,
  days: number,
  plain: readonly Studied[],
): { retention: number; studied: Studied[] } {
  const reviews = mean(plain.map(one => one.reviews));
  let retention = equalWork('this plan', count, days, mean(plain.slice(0, 50).map(one => one.reviews)));
  for (;;) {
    const studied = cell('this plan', count, days, retention);
    if (mean(studied.map(one => one.reviews)) <= reviews || retention < 0.3) return { retention, studied };
    retention -= 0.005;
  }
}

const percent = (value: number) => `${(100 * value).toFixed(1)}`;

function row(arm: string, retention: number | undefined, studied: readonly Studied[]): string {
  const recall = studied.map(one => one.recall);
  const cells = [
    retention === undefined ? '-' : retention.toFixed(2),
    mean(studied.map(one => one.reviews)).toFixed(0),
    `${percent(mean(recall))} ± ${percent(halfWidth(recall))}`,
    mean(studied.map(one => one.worst)).toFixed(1),
    Math.max(...studied.map(one => one.worst)).toFixed(1),
  ];
  return `| ${[arm, ...cells].join(' | ')} |`;
}

function hold(what: string, isTrue: boolean): void {
  if (!isTrue) failures.push(what);
}

const begun = performance.now();
for (const count of [150, 500])
  for (const days of [7, 14, 28, 60]) {
    const plain = cell('plain FSRS', count, days, 0.9);
    const plan = planCell(count, days, plain);
    say(`\n${count} cards, exam in ${days} days, ${learners} learners\n`);
    say('| arm | retention | reviews | recall on the day, % | worst day / average | worst learner |');
    say('|---|---|---|---|---|---|');
    say(row('this plan', plan.retention, plan.studied));
    for (const arm of Object.keys(arms) as ArmName[]) {
      if (arm === 'this plan') continue;
      const studied = arm === 'plain FSRS' ? plain : cell(arm, count, days, 0.9);
      say(row(arm, arm === 'SM-2' || arm.startsWith('massed') ? undefined : 0.9, studied));
    }
    // The same learners in both arms: the difference of each is what varies.
    const gains = plan.studied.map((one, i) => one.recall - (plain[i] as Studied).recall);
    say(`gain over plain FSRS at equal work: ${percent(mean(gains))} ± ${percent(halfWidth(gains))} points`);
    hold(`gain at ${count} cards, ${days} days`, mean(gains) >= (days === 7 ? 0 : 0.015));
    hold(`worst day at ${count} cards, ${days} days`, mean(plan.studied.map(one => one.worst)) <= 3);
  }
say(`\n${((performance.now() - begun) / 1000).toFixed(0)} s`);
if (failures.length > 0) {
  say(`NOT HELD: ${failures.join('; ')}`);
  process.exitCode = 1;
}
