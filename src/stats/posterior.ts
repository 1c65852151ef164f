import { stream } from '../rng.ts';
import type { Cell } from './cells.ts';
import { chancesAt, logistic, priorOf, sumOf, type Layout } from './response-model.ts';

/** Ways the learner may be, side by side, and how much the answers speak for each. */
export interface Particles {
  /** Unknown `i` of particle `p` at `i * weights.length + p`. */
  readonly unknowns: Float64Array;
  /** Of all particles; they sum to 1. */
  readonly weights: Float64Array;
}

const pairs = 100;
const particleCount = 2 * pairs;
/** Drawn this much wider than the normal approximation, so that its thin tails are no limit. */
const widening = 1.15;

/**
 * What the answers leave open, as weighted particles. The peak is found by Fisher scoring, a normal distribution is laid
 * on it (Laplace's method), and particles drawn from that are weighted by the exact posterior (importance sampling; Tierney
 * and Kadane 1986, Gelman et al., Bayesian Data Analysis, sections 10.4 and 13.3). The draw is always the same one: the
 * same answers give the same figures.
 */
export function posterior(cells: readonly Cell[], layout: Layout): Particles {
  const beforehand = priorOf(layout);
  const { peak, factor } = findPeak(cells, layout, beforehand);
  const normal = normals(layout.size);
  const unknowns = spread(normal, peak, factor, layout.size);
  const logs = logPosterior(unknowns, particleCount, cells, beforehand);
  for (let i = 0; i < layout.size; i++)
    for (let p = 0; p < particleCount; p++)
      logs[p] = (logs[p] as number) + (normal[i * pairs + (p >> 1)] as number) ** 2 / 2;
  const highest = logs.reduce((most, log) => Math.max(most, log));
  const weights = logs.map(log => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { unknowns, weights: weights.map(weight => weight / total) };
}

/** Standard normal vectors laid around the peak, widened, each next to its mirror image. */
function spread(normal: Float64Array, peak: Float64Array, factor: Float64Array, size: number): Float64Array {
  const steps = solveUpper(factor, normal, size, pairs);
  const unknowns = new Float64Array(size * particleCount);
  for (let i = 0, at = 0; i < size; i++)
    for (let p = 0; p < pairs; p++) {
      const step = widening * (steps[i * pairs + p] as number);
      unknowns[at++] = (peak[i] as number) + step;
      unknowns[at++] = (peak[i] as number) - step;
    }
  return unknowns;
}

type Beforehand = ReturnType<typeof priorOf>;

/**
 * The log posterior of `count` ways the learner may be, which stand side by side in `unknowns`: the weighing of particles
 * is where the time goes, and a process that lives for a moment is quick only in loops that are long.
 */
function logPosterior(
  unknowns: Float64Array,
  count: number,
  cells: readonly Cell[],
  { mean, deviation }: Beforehand,
): Float64Array {
  const logs = new Float64Array(count);
  for (let i = 0; i < mean.length; i++)
    for (let p = 0; p < count; p++)
      logs[p] =
        (logs[p] as number) -
        (((unknowns[i * count + p] as number) - (mean[i] as number)) / (deviation[i] as number)) ** 2 / 2;
  const chances = new Float64Array(count);
  for (const { terms, floor, right, wrong } of cells) {
    chancesAt(terms, floor, unknowns, chances);
    for (let p = 0; p < count; p++) {
      const chance = chances[p] as number;
      if (right > 0) logs[p] = (logs[p] as number) + right * Math.log(chance + 1e-12);
      if (wrong > 0) logs[p] = (logs[p] as number) + wrong * Math.log(1 - chance + 1e-12);
    }
  }
  return logs;
}

/** The peak of the posterior and the Cholesky factor of the information there, row by row, lower triangle. */
function findPeak(cells: readonly Cell[], { size }: Layout, beforehand: Beforehand) {
  const heightAt = (at: Float64Array) => logPosterior(at, 1, cells, beforehand)[0] as number;
  let peak: Float64Array = beforehand.mean.slice();
  let height = heightAt(peak);
  let factor: Float64Array = new Float64Array(size * size);
  for (let round = 0; round < 40; round++) {
    const { pull, information } = slopeAt(peak, cells, beforehand);
    factor = cholesky(information, size);
    const step = solveUpper(factor, solveLower(factor, pull, size), size);
    const climbed = climb(peak, step, height, heightAt);
    if (climbed.height - height < 1e-4) break;
    ({ peak, height } = climbed);
  }
  return { peak, factor };
}

/** The first of the full step and its halves that does not lead down. */
function climb(
  from: Float64Array,
  step: Float64Array,
  height: number,
  heightAt: (at: Float64Array) => number,
): { peak: Float64Array; height: number } {
  for (let scale = 1; scale > 1e-3; scale /= 2) {
    const peak = from.map((unknown, i) => unknown + scale * (step[i] as number));
    const reached = heightAt(peak);
    if (reached >= height) return { peak, height: reached };
  }
  return { peak: from, height };
}

/** The gradient of the log posterior, and its expected information: prior precision plus that of each cell. */
function slopeAt(unknowns: Float64Array, cells: readonly Cell[], { mean, deviation }: Beforehand) {
  const size = unknowns.length;
  const pull = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const precision = (deviation[i] as number) ** -2;
    pull[i] = ((mean[i] as number) - (unknowns[i] as number)) * precision;
    information[i * size + i] = precision;
  }
  for (const { terms, floor, right, wrong } of cells) {
    const known = logistic(sumOf(terms, unknowns));
    const chance = floor + (1 - floor) * known;
    const steepness = (1 - floor) * known * (1 - known);
    const variance = chance * (1 - chance) + 1e-12;
    const error = ((right - (right + wrong) * chance) * steepness) / variance;
    const weight = ((right + wrong) * steepness ** 2) / variance;
    for (const [i, a] of terms) {
      pull[i] = (pull[i] as number) + a * error;
      for (const [j, b] of terms)
        information[i * size + j] = (information[i * size + j] as number) + a * b * weight;
    }
  }
  return { pull, information };
}

function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  const at = (i: number, j: number) => factor[i * size + j] as number;
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  return factor;
}

/** Solves L x = b. */
function solveLower(factor: Float64Array, b: Float64Array, size: number): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = b[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * size + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * size + i] as number);
  }
  return x;
}

/** Solves Lᵀ x = b for `count` vectors b, of which number `i` of vector `p` stands at `i * count + p`; so in the answer. */
function solveUpper(factor: Float64Array, b: Float64Array, size: number, count = 1): Float64Array {
  const x = b.slice();
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++)
      for (let p = 0; p < count; p++)
        x[i * count + p] =
          (x[i * count + p] as number) - (factor[k * size + i] as number) * (x[k * count + p] as number);
    for (let p = 0; p < count; p++)
      x[i * count + p] = (x[i * count + p] as number) / (factor[i * size + i] as number);
  }
  return x;
}

const drawnBefore = new Map<number, Float64Array>();

/** Standard normal vectors side by side, from a fixed seed, in pairs of numbers (Box and Muller 1958). */
function normals(size: number): Float64Array {
  const before = drawnBefore.get(size);
  if (before) return before;
  const chance = stream('readiness', 'particles');
  const drawn = new Float64Array(size * pairs);
  for (let p = 0; p < pairs; p++)
    for (let i = 0; i < size; i += 2) {
      // One number of 53 bits is two of 26: drawing is what costs here.
      const drawnBits = chance.next() * 2 ** 26;
      const reach = Math.sqrt(-2 * Math.log(1 - Math.floor(drawnBits) / 2 ** 26));
      const angle = 2 * Math.PI * (drawnBits % 1);
      drawn[i * pairs + p] = reach * Math.cos(angle);
      if (i + 1 < size) drawn[(i + 1) * pairs + p] = reach * Math.sin(angle);
    }
  drawnBefore.set(size, drawn);
  return drawn;
}
