import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { dayOf, type Day } from '../clock.ts';
import type { BankEntry } from '../question/types.ts';
import { calibrationOf, type Calibration } from './calibration.ts';
import { domainLines, type DomainLine } from './domains.ts';
import type { FirstTry } from './evidence.ts';
import type { Recall } from './forecast.ts';
import {
  addTo,
  doneOn,
  streakOf,
  type Count,
  type NothingDue,
  type Streak,
  type StudyDays,
} from './habits.ts';
import { mistakesIn, type Mistakes } from './mix-ups.ts';
import { readiness, type Readiness } from './readiness.ts';
import { recommend, type Recommendation } from './recommend.ts';
import type { Standing } from './standing.ts';

/** What is asked of an overview. */
export interface Question {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  readonly standing: Standing;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly today: Day;
  /** Only these domains; all when empty. */
  readonly domains: readonly string[];
  /** Nothing before this day; readiness looks at everything all the same. */
  readonly since: Day | undefined;
  /** The share of each domain that is remembered today, from 0 to 1, where a schedule knows. */
  readonly memory?: Readonly<Record<string, number>> | undefined;
  /** Knows forecasts worked out before. */
  readonly recall?: Recall | undefined;
  /** Knows on which past days nothing was due; on none when absent. */
  readonly nothingDue?: NothingDue | undefined;
  /** Entries of ids; ids that the bank no longer has are left out. */
  readonly read: (ids: readonly string[]) => readonly BankEntry[];
}

/** Everything `cca stats` says, before it is put in words. */
export interface Overview {
  readonly bank: string;
  readonly title: string;
  readonly today: Day;
  readonly since: Day | undefined;
  readonly totals: Count;
  /** Answers in domains that the exam no longer has. */
  readonly elsewhere: number;
  readonly readiness: Readiness;
  readonly domains: readonly DomainLine[];
  readonly habits: Habits;
  readonly mistakes: Mistakes;
  readonly calibration: Calibration | undefined;
  readonly next: Recommendation;
}

export interface Habits {
  /** Days with something done. */
  readonly active: number;
  readonly streak: Streak;
  /** Every day of the last year, oldest first: answers and cards, and minutes. */
  readonly year: readonly { readonly day: Day; readonly done: number; readonly minutes: number }[];
  /** Seconds a question, the learner's and the exam's; undefined without an answer. */
  readonly pace: { readonly own: number | undefined; readonly exam: number };
  /** Answers in each hour of the day. */
  readonly hours: readonly number[];
}

const yearDays = 371;

/** Puts together what one screen, one page or one JSON object shows. */
export function overview(asked: Question): Overview {
  const { blueprint, standing, now, today, domains, since } = asked;
  const days = Object.fromEntries(
    Object.entries(standing.days).filter(([day]) => since === undefined || Number(day) >= since),
  );
  const isKnown = (slug: string) => blueprint.domains.some(domain => domain.slug === slug);
  const isAsked = (slug: string) => isKnown(slug) && (domains.length === 0 || domains.includes(slug));
  const ready = readiness(blueprint, asked.rows, standing.evidence, now, asked.recall);
  const lines = domainLines(blueprint, days, firstsSince(standing, since), {
    memory: asked.memory,
    estimates: ready.state === 'known' ? ready.domains : undefined,
  });
  return {
    bank: blueprint.id,
    title: blueprint.title,
    today,
    since,
    totals: totalsOf(lines.filter(({ slug }) => isAsked(slug))),
    elsewhere: answeredIn(days) - totalsOf(lines).answered,
    readiness: ready,
    domains: lines.filter(({ slug }) => isAsked(slug)),
    habits: habitsOf(asked, days, today),
    mistakes: mistakesIn(
      standing.questions,
      flaggedIn(asked, isAsked),
      record => isAsked(record.domain) && (since === undefined || isSince(record.lastMissed, since)),
      asked.read,
    ),
    calibration: calibrationOf(days),
    next: recommend(blueprint, countsBySlug(lines), missedNow(asked), ready),
  };
}

function flaggedIn({ rows, standing }: Question, isAsked: (domain: string) => boolean) {
  const isFlagged = (id: string) => Object.hasOwn(standing.flagged, id) && standing.flagged[id];
  const flagged = rows.filter(({ id, domain }) => isFlagged(id) && isAsked(domain));
  return {
    flagged: flagged.map(({ id }) => id),
    flaggedCards: flagged.filter(({ kind }) => kind === 'card').map(({ id }) => id),
  };
}

const isSince = (time: string | undefined, since: Day) =>
  time !== undefined && dayOf(Date.parse(time), 0, 0) >= since;

const firstsSince = ({ evidence }: Standing, since: Day | undefined): FirstTry[] =>
  Object.values(evidence.firsts)
    .filter(({ at }) => since === undefined || dayOf(at, 0, 0) >= since)
    .sort((a, b) => a.at - b.at);

function totalsOf(lines: readonly DomainLine[]): Count {
  const total = { answered: 0, right: 0, firstTries: 0, firstRight: 0 };
  for (const { answered, right, first } of lines)
    addTo(total, { answered, right, firstTries: first.of, firstRight: first.right });
  return total;
}

const answeredIn = (days: StudyDays): number =>
  Object.values(days).reduce((sum, { answered }) => sum + answered, 0);

/** Questions that were wrong last time and can be asked again: the bank still has them. */
const missedNow = ({ rows, standing: { questions } }: Question): number =>
  rows.filter(({ id }) => Object.hasOwn(questions, id) && questions[id]?.latest === 'wrong').length;

/** First tries of each domain that has answers, by slug. */
export const countsBySlug = (lines: readonly DomainLine[]) =>
  Object.fromEntries(
    lines
      .filter(({ answered }) => answered > 0)
      .map(({ slug, first }) => [slug, { firstTries: first.of, firstRight: first.right }]),
  );

function habitsOf({ blueprint, standing, nothingDue }: Question, days: StudyDays, today: Day): Habits {
  const answered = answeredIn(days);
  const ms = Object.values(days).reduce((sum, day) => sum + day.answerMs, 0);
  return {
    active: Object.values(days).filter(day => doneOn(day) > 0).length,
    streak: streakOf(standing.days, today, nothingDue),
    year: Array.from({ length: yearDays }, (_, i) => today - yearDays + 1 + i).map(day => ({
      day,
      done: doneOn(standing.days[day]),
      minutes: Math.round((standing.days[day]?.ms ?? 0) / 60_000),
    })),
    pace: {
      own: answered === 0 ? undefined : ms / answered / 1000,
      exam: (blueprint.minutes * 60) / blueprint.questions,
    },
    hours: standing.hours,
  };
}
