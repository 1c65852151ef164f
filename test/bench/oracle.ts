import type { Event } from '../../src/events/events.ts';
import { stream } from '../../src/rng.ts';
import { chanceOfAtLeast, scoreChances } from '../../src/stats/pass-chance.ts';
import { knownAt, normalFrom, population, type SimulatedBank } from './simulated-learner.ts';

/*
 * The best forecast that anything could make from a simulated learner's answers: it knows how the population and every
 * answer come about, which no program can know of real people, and takes the mean over 30,000 learners drawn from that
 * population, each weighted by how likely just these answers are from them. Whatever error it is left with is not to be
 * had from the answers. Good up to about a hundred answers; for worlds without cards.
 */

const drawnCount = 30_000;
const labelNames = Object.keys(population.labels);

/** An answer as far as the simulation turns on it. */
interface Answer {
  readonly right: boolean;
  readonly guess: boolean;
  readonly session: number;
  readonly day: number;
}

/** What was seen of one question. */
interface Seen {
  readonly floor: number;
  /** Where its ability stands in a row of `able`: by domain, label and whether the exam asks such. */
  readonly sort: number;
  readonly answers: Answer[];
}

export interface Oracle {
  /** The expected chance of passing, `sessions` of growth after the first session, from these events. */
  forecast(events: readonly Event[], sessions: number): number;
}

export function makeOracle(bank: SimulatedBank, grows: boolean): Oracle {
  const { domains, examKinds } = bank.blueprint;
  const sortOf = (domain: string, label: string, isOther: boolean) =>
    (domains.findIndex(({ slug }) => slug === domain) * labelNames.length + labelNames.indexOf(label)) * 2 +
    (isOther ? 1 : 0);
  const sorts = domains.length * labelNames.length * 2;
  const able = new Float64Array(drawnCount * sorts);
  const growth = new Float64Array(drawnCount);
  const marking = new Float64Array(drawnCount);
  drawPopulation({ able, growth, marking }, sorts, domains.length, grows);
  const truths = new Map<number, Float64Array>();
  const truthsAfter = (sessions: number) => {
    let known = truths.get(sessions);
    if (!known)
      truths.set(
        sessions,
        (known = allTruths(bank, able, sorts, sortOf, at => grownBy(growth, at, sessions))),
      );
    return known;
  };
  return {
    forecast(events, sessions) {
      const seen = seenIn(events, bank, (domain, label, kind) =>
        sortOf(domain, label, !examKinds.includes(kind)),
      );
      const logs = new Float64Array(drawnCount);
      for (const question of seen)
        for (let i = 0; i < drawnCount; i++)
          logs[i] =
            (logs[i] as number) +
            Math.log(
              likelihood(
                question,
                able[i * sorts + question.sort] as number,
                session => grownBy(growth, i, session),
                marking[i] as number,
              ),
            );
      const highest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
      const truth = truthsAfter(sessions);
      let total = 0;
      let passing = 0;
      logs.forEach((log, i) => {
        const weight = Math.exp(log - highest);
        total += weight;
        passing += weight * (truth[i] as number);
      });
      return passing / total;
    },
  };
}

const grownBy = (growth: Float64Array, at: number, sessions: number): number =>
  ((growth[at] as number) * (1 - population.growthKept ** sessions)) / (1 - population.growthKept);

interface Drawn {
  readonly able: Float64Array;
  readonly growth: Float64Array;
  readonly marking: Float64Array;
}

function drawPopulation(
  { able, growth, marking }: Drawn,
  sorts: number,
  domains: number,
  grows: boolean,
): void {
  const chance = stream('oracle', 'population');
  const normal = () => normalFrom(chance);
  for (let i = 0; i < drawnCount; i++) {
    const ability = population.ability.mean + population.ability.deviation * normal();
    const labels = Object.entries(population.labels).map(
      ([label, mean]) => mean + (label === 'medium' ? 0 : population.labelDeviation * normal()),
    );
    const other = population.otherKinds.mean + population.otherKinds.deviation * normal();
    for (let domain = 0, sort = i * sorts; domain < domains; domain++) {
      const own = ability + population.domain * normal();
      for (const label of labels) {
        able[sort++] = own - label;
        able[sort++] = own - label - other;
      }
    }
    growth[i] = grows ? population.growth * Math.abs(normal()) : 0;
    marking[i] = population.marking * chance.next();
  }
}

function seenIn(
  events: readonly Event[],
  { floors }: SimulatedBank,
  sortOf: (domain: string, label: string, kind: string) => number,
): Seen[] {
  const seen = new Map<string, Seen>();
  const sessions: string[] = [];
  for (const event of events) {
    if (event.type !== 'question-answered') continue;
    if (!sessions.includes(event.session)) sessions.push(event.session);
    let question = seen.get(event.question);
    if (!question)
      seen.set(
        event.question,
        (question = {
          floor: floors.get(event.question) ?? 0.25,
          sort: sortOf(event.domain, event.difficulty, event.kind),
          answers: [],
        }),
      );
    question.answers.push({
      right: event.correct,
      guess: event.guess,
      session: sessions.indexOf(event.session),
      day: Number(event.session.slice('day-'.length)),
    });
  }
  return [...seen.values()];
}

/** How likely all answers to one question are: it was known from one of them on, or is not known yet. */
function likelihood(
  { floor, answers }: Seen,
  able: number,
  grownAt: (session: number) => number,
  marking: number,
): number {
  let sum = 0;
  let before = 0;
  for (let from = 0; from <= answers.length; from++) {
    const known = from < answers.length ? knownAt(able + grownAt((answers[from] as Answer).session)) : 1;
    let path = known - before;
    before = known;
    for (let i = 0; i < answers.length && path > 0; i++)
      path *= chanceOf(answers[i] as Answer, i >= from ? 1 : rememberedAt(answers, i), floor, marking);
    sum += path;
  }
  return Math.max(sum, 1e-300);
}

/** The chance that the key is remembered at the i-th answer. */
function rememberedAt(answers: readonly Answer[], i: number): number {
  if (i === 0) return 0;
  const days = (answers[i] as Answer).day - (answers[i - 1] as Answer).day;
  return (1 - (1 - population.memory) ** i) * Math.exp(-days / (population.memoryDays * i));
}

function chanceOf({ right, guess }: Answer, known: number, floor: number, marking: number): number {
  const marked = guess ? population.markedThoughKnown : 1 - population.markedThoughKnown;
  const blind = (1 - known) * (guess ? marking : 1 - marking);
  return right ? known * marked + blind * floor : blind * (1 - floor);
}

/** The true chance of passing of everybody drawn, who have grown by so much. */
function allTruths(
  { blueprint, rows, floors, seats, needed }: SimulatedBank,
  able: Float64Array,
  sorts: number,
  sortOf: (domain: string, label: string, isOther: boolean) => number,
  grown: (at: number) => number,
): Float64Array {
  const parts = blueprint.domains.map(({ slug }) => {
    const own = rows.filter(row => row.domain === slug && blueprint.examKinds.includes(row.kind));
    const counts = labelNames.map(label => {
      const there = own.filter(row => (row.difficulty ?? 'medium') === label);
      const luck = there.reduce((sum, row) => sum + (floors.get(row.id) ?? 0.25), 0);
      return { sort: sortOf(slug, label, false), luck: luck / own.length, share: there.length / own.length };
    });
    return { seats: seats.get(slug) ?? 0, counts };
  });
  return Float64Array.from({ length: drawnCount }, (_, i) => {
    const seated = parts.flatMap(part => {
      const right = part.counts.reduce((sum, { sort, luck, share }) => {
        const known = knownAt((able[i * sorts + sort] as number) + grown(i));
        return sum + luck + (share - luck) * known;
      }, 0);
      return Array<number>(part.seats).fill(right);
    });
    return chanceOfAtLeast(needed, scoreChances(seated));
  });
}
