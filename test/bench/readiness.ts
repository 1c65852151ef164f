import type { Event } from '../../src/events/events.ts';
import { isQuestion, type Question } from '../../src/question/types.ts';
import { drawOrders, keyOf } from '../../src/question/shapes/index.ts';
import { stream } from '../../src/rng.ts';
import { loadBank } from '../../src/store/banks.ts';
import { findPaths } from '../../src/store/paths.ts';
import { examForm } from '../../src/stats/exam-form.ts';
import { gatherEvidence, noEvidence } from '../../src/stats/evidence.ts';
import { forecast } from '../../src/stats/forecast.ts';
import { fullQuotas } from '../../src/draw/reserve.ts';
import { chanceOfAtLeast, neededRight, scoreChances } from '../../src/stats/pass-chance.ts';
import { makeLearner, type SimulatedBank } from './simulated-learner.ts';
import { play, worlds, type World } from './worlds.ts';

/*
 * `npm run bench:readiness`: how far the forecast can be believed. Simulated learners study in three ways; the shipped fold
 * and the shipped estimator see their journal events, and what they say is held against the true chance of passing, which
 * the simulation knows. CCA_BENCH_LEARNERS says how many learners each world has.
 */

const learners = Number(process.env['CCA_BENCH_LEARNERS'] ?? 2000);
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
}

async function shippedBank(): Promise<SimulatedBank> {
  const bank = await loadBank(undefined, findPaths({}, new URL('../..', import.meta.url).pathname), {
    keeps: false,
  });
  const questions = bank.read(bank.rows.map(row => row.id)).filter(isQuestion);
  const { blueprint } = bank;
  return {
    blueprint,
    rows: bank.rows.filter(row => row.kind !== 'card'),
    floors: new Map(questions.map(question => [question.id, luck(question)])),
    shapes: new Map(questions.map(question => [question.id, shapeOf(question)])),
    seats: fullQuotas(blueprint),
    needed: neededRight(blueprint.questions, blueprint.passMark),
  };
}

function shapeOf({ response }: Question) {
  const key = keyOf(response);
  return { shown: drawOrders(response, stream('bench', 'order')).shown, wanted: 'ids' in key ? key.ids : [] };
}

/** The chance of a blind answer, found by trying every one where that is quick to say. */
function luck({ response }: Question): number {
  switch (response.shape) {
    case 'one':
      return 1 / response.options.length;
    case 'several': {
      const keys = response.options.filter(option => option.key).length;
      let ways = 1;
      for (let i = 0; i < keys; i++) ways *= (response.options.length - i) / (i + 1);
      return 1 / ways;
    }
    case 'text':
    case 'order':
    case 'pairs':
      return 0;
  }
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
  const learner = makeLearner(bank, name, shift);
  const evidence = noEvidence();
  let right = 0;
  const take = (event: Event) => {
    gatherEvidence(evidence, event);
    if (event.type === 'question-answered' && event.correct) right++;
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
    found.get(answers)?.push({ truth: learner.truth(), naive, ...chance });
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
    C: { ratio: 0.5, from: 120, coverage: [0.8, 1] },
  };

function resultLine(world: string, shift: number, answers: number, samples: readonly Sample[]): string {
  const { ratio: most, from, coverage } = limits[world] as (typeof limits)[string];
  const [least, greatest] = shift === 0 ? coverage : [0.8, 1];
  const error = mean(samples.map(s => (s.mean - s.truth) ** 2));
  const naive = mean(samples.map(s => (s.naive - s.truth) ** 2));
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
  ].join(' ');
}

const begun = performance.now();
const bank = await shippedBank();
process.stdout.write('world   answers    error    naive  ratio  covered  calibration    bias  width\n');
for (const [shift, share] of shifts)
  for (const world of worlds) {
    const found = new Map<number, Sample[]>(marks.map(mark => [mark, []]));
    for (let i = 0; i < learners * share; i++) observe(world, bank, `${world.name}-${i}`, shift, found);
    for (const [answers, samples] of found)
      process.stdout.write(`${resultLine(world.name, shift, answers, samples)}\n`);
  }
process.stdout.write(
  `${learners} learners a world, ${((performance.now() - begun) / 1000).toFixed(0)} s, ${(spent / forecasts).toFixed(1)} ms a forecast\n`,
);
for (const failure of failures) process.stdout.write(`OVER  ${failure}\n`);
if (failures.length > 0) process.exitCode = 1;
