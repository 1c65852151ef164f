import { stream } from '../rng.ts';
import type { Cell } from './cells.ts';
import { chanceAt, logistic, priorOf, sumOf, type Layout } from './response-model.ts';

/** One way the learner may be, and how much the answers speak for it. Weights of all particles sum to 1. */
export interface Particle {
  readonly unknowns: Float64Array;
  readonly weight: number;
}

const particleCount = 400;
/** Drawn this much wider than the normal approximation, so that its thin tails are no limit. */
const widening = 1.15;

/**
 * What the answers leave open, as weighted particles. The peak is found by Fisher scoring, a normal distribution is laid
 * on it (Laplace's method), and particles drawn from that are weighted by the exact posterior (importance sampling; Tierney
 * and Kadane 1986, Gelman et al., Bayesian Data Analysis, sections 10.4 and 13.3). The draw is always the same one: the
 * same answers give the same figures.
 */
export function posterior(cells: readonly Cell[], layout: Layout): Particle[] {
  const beforehand = priorOf(layout);
  const packed = pack(cells);
  const { peak, factor } = findPeak(cells, packed, layout, beforehand);
  const shelf = vectors(particleCount, layout.size);
  const drawn = normals(layout.size).map((normal, index) => {
    const unknowns = solveUpper(factor, normal, layout.size, shelf[index]);
    for (let i = 0; i < layout.size; i++)
      unknowns[i] = (peak[i] as number) + widening * (unknowns[i] as number);
    let size = 0;
    for (const z of normal) size += z * z;
    return { unknowns, log: logPosterior(unknowns, packed, beforehand) + size / 2 };
  });
  const highest = Math.max(...drawn.map(({ log }) => log));
  const weights = drawn.map(({ log }) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return drawn.map(({ unknowns }, i) => ({ unknowns, weight: (weights[i] as number) / total }));
}

type Beforehand = ReturnType<typeof priorOf>;

/** Cells side by side in flat arrays: the weighing of particles is where the time goes. */
interface Packed {
  readonly count: number;
  /** `at` and `factor` of every term, `width` of them to a cell; those a cell has not are 0. */
  readonly width: number;
  readonly at: Int32Array;
  readonly factor: Float64Array;
  readonly floor: Float64Array;
  readonly right: Float64Array;
  readonly wrong: Float64Array;
}

function pack(cells: readonly Cell[]): Packed {
  const width = Math.max(0, ...cells.map(({ terms }) => terms.length));
  const packed = {
    count: cells.length,
    width,
    at: new Int32Array(cells.length * width),
    factor: new Float64Array(cells.length * width),
    floor: Float64Array.from(cells, ({ floor }) => floor),
    right: Float64Array.from(cells, ({ right }) => right),
    wrong: Float64Array.from(cells, ({ wrong }) => wrong),
  };
  cells.forEach(({ terms }, cell) =>
    terms.forEach(([at, factor], term) => {
      packed.at[cell * width + term] = at;
      packed.factor[cell * width + term] = factor;
    }),
  );
  return packed;
}

function logPosterior(unknowns: Float64Array, cells: Packed, { mean, deviation }: Beforehand): number {
  let log = 0;
  for (let i = 0; i < unknowns.length; i++)
    log -= (((unknowns[i] as number) - (mean[i] as number)) / (deviation[i] as number)) ** 2 / 2;
  const { count, width, at, factor, floor, right, wrong } = cells;
  for (let cell = 0, term = 0; cell < count; cell++) {
    let sum = 0;
    for (const end = term + width; term < end; term++)
      sum += (factor[term] as number) * (unknowns[at[term] as number] as number);
    const chance = chanceAt(sum, floor[cell] as number);
    if ((right[cell] as number) > 0) log += (right[cell] as number) * Math.log(chance + 1e-12);
    if ((wrong[cell] as number) > 0) log += (wrong[cell] as number) * Math.log(1 - chance + 1e-12);
  }
  return log;
}

/** The peak of the posterior and the Cholesky factor of the information there, row by row, lower triangle. */
function findPeak(cells: readonly Cell[], packed: Packed, { size }: Layout, beforehand: Beforehand) {
  let peak: Float64Array = beforehand.mean.slice();
  let height = logPosterior(peak, packed, beforehand);
  let factor: Float64Array = new Float64Array(size * size);
  for (let round = 0; round < 40; round++) {
    const { pull, information } = slopeAt(peak, cells, beforehand);
    factor = cholesky(information, size);
    const step = solveUpper(factor, solveLower(factor, pull, size), size);
    const climbed = climb(peak, step, height, at => logPosterior(at, packed, beforehand));
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

/** Solves Lᵀ x = b, into `x` where that is given. */
function solveUpper(
  factor: Float64Array,
  b: Float64Array,
  size: number,
  x: Float64Array = new Float64Array(size),
): Float64Array {
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (factor[k * size + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * size + i] as number);
  }
  return x;
}

/** So many vectors in one piece of memory: one by one they would be most of the work. */
function vectors(count: number, size: number): Float64Array[] {
  const memory = new Float64Array(count * size);
  return Array.from({ length: count }, (_, i) => memory.subarray(i * size, (i + 1) * size));
}

const drawnBefore = new Map<number, readonly Float64Array[]>();

/** Standard normal vectors, each with its mirror image, from a fixed seed, in pairs (Box and Muller 1958). */
function normals(size: number): readonly Float64Array[] {
  const before = drawnBefore.get(size);
  if (before) return before;
  const chance = stream('readiness', 'particles');
  const drawn = vectors(particleCount, size);
  for (let at = 0; at < particleCount; at += 2) {
    const vector = drawn[at] as Float64Array;
    for (let i = 0; i < size; i += 2) {
      // One number of 53 bits is two of 26: drawing is what costs here.
      const drawnBits = chance.next() * 2 ** 26;
      const reach = Math.sqrt(-2 * Math.log(1 - Math.floor(drawnBits) / 2 ** 26));
      const angle = 2 * Math.PI * (drawnBits % 1);
      vector[i] = reach * Math.cos(angle);
      if (i + 1 < size) vector[i + 1] = reach * Math.sin(angle);
    }
    vector.forEach((z, i) => ((drawn[at + 1] as Float64Array)[i] = -z));
  }
  drawnBefore.set(size, drawn);
  return drawn;
}
