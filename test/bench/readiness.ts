import { parseArgs } from 'node:util';
import type { Event } from '../../src/events/events.ts';
import { examForm } from '../../src/stats/exam-form.ts';
import { gatherEvidence, noEvidence } from '../../src/stats/evidence.ts';
import { forecast } from '../../src/stats/forecast.ts';
import { chanceOfAtLeast, scoreChances } from '../../src/stats/pass-chance.ts';
import { makeOracle } from './oracle.ts';
import { shippedBank } from './simulated-bank.ts';
import { makeLearner, type SimulatedBank } from './simulated-learner.ts';
import { play, worlds, type World } from './worlds.ts';

/*
 * `npm run bench:readiness`: how far the forecast can be believed. Simulated learners study in three ways; the shipped fold
 * and the shipped estimator see their journal events, and what they say is held against the true chance of passing, which
 * the simulation knows. `--learners` says how many each world has; `--world` and `--unmoved` do a part; `--seed-base` draws
 * other learners: the estimator was tuned on others than the bench reports. `--growth` makes learners grow faster or slower
 * than the simulation has it. `--oracle`, which knows nothing of another growth, adds what an estimator that knows the
 * simulation would reach, where little has been answered.
 */

const { values: options } = parseArgs({
  options: {
    learners: { type: 'string', default: '2000' },
    'seed-base': { type: 'string', default: 'report' },
    world: { type: 'string' },
    unmoved: { type: 'boolean', default: false },
    oracle: { type: 'boolean', default: false },
    growth: { type: 'string' },
  },
});
const learners = Number(options.learners);
const speed = options.growth === undefined ? undefined : Number(options.growth);
const marks = [20, 60, 120, 240, 400];
/** How far the population's mean ability is moved, and the share of learners that is tried with it. */
const shifts = [
  [0, 1],
  [-0.5, 1 / 4],
  [0.5, 1 / 4],
] as const;

interface Sample {
  readonly truth: number;
  readonly naive: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** What the learner would have right of new questions, and had of all answers, in shares. */
  readonly unseen: number;
  readonly shown: number;
  readonly oracle: number | undefined;
}

let spent = 0;
let forecasts = 0;

function observe(
  world: World,
  bank: SimulatedBank,
  name: string,
  shift: number,
  found: Map<number, Sample[]>,
): void {
  const learner = makeLearner(bank, name, shift, speed);
  const evidence = noEvidence();
  const events: Event[] = [];
  const sessions = new Set<string>();
  let right = 0;
  const take = (event: Event) => {
    gatherEvidence(evidence, event);
    if (event.type !== 'question-answered') return;
    events.push(event);
    sessions.add(event.session);
    if (event.correct) right++;
  };
  play(world, bank, learner, marks, take, (answers, now) => {
    const begun = performance.now();
    const parts = examForm(bank.blueprint, bank.rows, Object.values(evidence.firsts));
    const { chance } = forecast(
      evidence,
      { parts, kinds: bank.blueprint.examKinds, needed: bank.needed },
      now,
    );
    spent += performance.now() - begun;
    forecasts++;
    const naive = chanceOfAtLeast(
      bank.needed,
      scoreChances(Array<number>(bank.blueprint.questions).fill(right / answers)),
    );
    const oracle =
      answers <= oracleReach ? oracles.get(world)?.forecast(events, sessions.size - 1) : undefined;
    found.get(answers)?.push({
      truth: learner.truth(),
      naive,
      ...chance,
      unseen: answers === marks.at(-1) ? learner.unseen() : 0,
      shown: right / answers,
      oracle,
    });
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean distance between what was forecast and what was true, over ten bins of the forecast. */
function calibrationError(samples: readonly Sample[]): number {
  const bins = Array.from({ length: 10 }, () => [] as Sample[]);
  for (const sample of samples) bins[Math.min(9, Math.floor(sample.mean * 10))]?.push(sample);
  return bins
    .filter(bin => bin.length > 0)
    .reduce(
      (sum, bin) =>
        sum +
        (bin.length / samples.length) * Math.abs(mean(bin.map(s => s.mean)) - mean(bin.map(s => s.truth))),
      0,
    );
}

const failures: string[] = [];
const held = (holds: boolean, what: string): string => {
  if (!holds) failures.push(what);
  return holds ? ' ' : '!';
};

/** Which forecast error against naive, at most, and which coverage, each world is held to. */
const limits: Readonly<Record<string, { ratio: number; from: number; coverage: readonly [number, number] }>> =
  {
    A: { ratio: 1, from: 20, coverage: [0.85, 0.95] },
    B: { ratio: 0.75, from: 60, coverage: [0.85, 0.95] },
    C: { ratio: 0.5, from: 20, coverage: [0.8, 1] },
  };

/** Mean squared differences of the forecast and of the naive figure from the true chance. */
const errorsOf = (samples: readonly Sample[]) => ({
  error: mean(samples.map(s => (s.mean - s.truth) ** 2)),
  naive: mean(samples.map(s => (s.naive - s.truth) ** 2)),
});

function resultLine(world: string, shift: number, answers: number, samples: readonly Sample[]): string {
  const { ratio: most, from, coverage } = limits[world] as (typeof limits)[string];
  const [least, greatest] = shift === 0 ? coverage : [0.8, 1];
  const { error, naive } = errorsOf(samples);
  const ratio = error / naive;
  const covered = mean(samples.map(s => (s.low <= s.truth && s.truth <= s.high ? 1 : 0)));
  const off = calibrationError(samples);
  const bias = mean(samples.map(s => s.mean - s.truth));
  const width = mean(samples.map(s => s.high - s.low));
  const name = `${world} ${shift} ${answers}`;
  const ratioMark = held(shift !== 0 || answers < from || ratio <= most, `${name} error`);
  const coverMark = held(covered >= least && covered <= greatest, `${name} coverage`);
  const offMark = held(shift !== 0 || answers < 60 || off <= 0.05, `${name} calibration`);
  return [
    `${world}${shift === 0 ? '' : ` ${shift > 0 ? '+' : ''}${shift}`}`.padEnd(7),
    String(answers).padStart(7),
    error.toFixed(4).padStart(8),
    naive.toFixed(4).padStart(8),
    `${ratio.toFixed(2)}${ratioMark}`.padStart(7),
    `${(covered * 100).toFixed(1)}%${coverMark}`.padStart(9),
    `${(off * 100).toFixed(1)}${offMark}`.padStart(12),
    (bias * 100).toFixed(1).padStart(7),
    (width * 100).toFixed(0).padStart(6),
    oracleRatio(samples, naive),
  ].join(' ');
}

/** What part of the naive error an estimator that knows the simulation is left with; empty where it was not asked. */
function oracleRatio(samples: readonly Sample[], naive: number): string {
  const errors = samples.flatMap(({ oracle, truth }) =>
    oracle === undefined ? [] : [(oracle - truth) ** 2],
  );
  return errors.length === 0 ? '' : (mean(errors) / naive).toFixed(2).padStart(7);
}

/** How the simulation bears out what it was set by: see `population`. */
function reproduction(samples: readonly Sample[]): string {
  const alike = samples.filter(({ unseen }) => unseen >= 0.6 && unseen < 0.64);
  const of = (name: 'unseen' | 'shown' | 'naive' | 'truth') =>
    `${(mean(alike.map(sample => sample[name])) * 100).toFixed(0)}%`;
  return `twenty sessions in C: ${alike.length} learners with ${of('unseen')} on unseen questions show ${of('shown')}; naive chance ${of('naive')}, true ${of('truth')}`;
}

const begun = performance.now();
const bank = await shippedBank();
const chosen = worlds.filter(({ name }) => options.world === undefined || options.world === name);
/** Its sums are good up to so many answers, and it does not know of cards. */
const oracleReach = 120;
const oracles = new Map(
  (options.oracle ? chosen : [])
    .filter(({ cards }) => cards === 0)
    .map(world => [world, makeOracle(bank, world.grows)]),
);
process.stdout.write(
  `world   answers    error    naive  ratio  covered  calibration    bias  width${options.oracle ? ' oracle' : ''}\n`,
);
for (const [shift, share] of options.unmoved ? shifts.slice(0, 1) : shifts)
  for (const world of chosen) {
    const found = new Map<number, Sample[]>(marks.map(mark => [mark, []]));
    for (let i = 0; i < learners * share; i++)
      observe(world, bank, `${options['seed-base']}-${world.name}-${i}`, shift, found);
    for (const [answers, samples] of found)
      process.stdout.write(`${resultLine(world.name, shift, answers, samples)}\n`);
    const { error, naive } = errorsOf([...found.values()].flat());
    process.stdout.write(`${world.name}: ${(error / naive).toFixed(2)} of the naive error over all five\n`);
    if (world.grows && shift === 0) process.stdout.write(`${reproduction(found.get(400) ?? [])}\n`);
  }
process.stdout.write(
  `${learners} learners a world, ${((performance.now() - begun) / 1000).toFixed(0)} s, ${(spent / forecasts).toFixed(1)} ms a forecast\n`,
);
for (const failure of failures) process.stdout.write(`OVER  ${failure}\n`);
if (failures.length > 0) process.exitCode = 1;
