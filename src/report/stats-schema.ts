import * as z from 'zod';

/*
 * What `cca stats --json` prints. The build writes it as a JSON Schema; the program itself never loads it, only its type.
 */

const share = z.number().min(0).max(1);
const day = z.iso.date();
const estimate = z
  .object({ mean: z.number(), low: z.number(), high: z.number() })
  .describe('The mean, and the 5th and 95th percentile');
const counts = {
  answered: z.int(),
  right: z.int(),
  firstTries: z.int().describe('Answers to questions never seen before'),
  firstRight: z.int(),
};
const line = {
  slug: z.string(),
  title: z.string(),
  ...counts,
  low: share.describe("Wilson's 90% interval of the share of first tries that are right"),
  high: share,
  last: day.nullable().describe('The day of the last answer'),
};
const rightOf = z.object({ right: z.int(), of: z.int(), low: share, high: share });

export const statsSchema = z.object({
  bank: z.string(),
  title: z.string(),
  today: day.describe("The learner's local day; it ends at four in the morning"),
  since: day.nullable(),
  ...counts,
  elsewhere: z.int().describe('Answers in domains that the exam no longer has'),
  readiness: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('known'),
      firstTries: z.int(),
      chance: estimate.describe('The chance of passing the real form, from 0 to 1'),
      score: estimate.describe('Right answers on the real form'),
      needed: z.int().describe('Right answers that a pass takes'),
      of: z.int(),
    }),
    z.object({
      state: z.literal('too-few'),
      firstTries: z.int(),
      domain: z.string().nullable().describe('Where first tries are missing'),
      missing: z.int(),
      command: z.string(),
    }),
  ]),
  domains: z
    .array(
      z.object({
        ...line,
        weight: z.number().describe('Percent of the exam'),
        trend: z.enum(['up', 'down', 'level', '-']).describe('The last ten first tries against those before'),
        memory: share.nullable().describe('The share remembered today, where a schedule knows'),
        estimate: estimate.nullable().describe('The chance that a new question is answered right'),
        objectives: z.array(z.object(line)),
      }),
    )
    .describe('Weakest first'),
  habits: z.object({
    active: z.int().describe('Days with something done'),
    streak: z
      .object({ days: z.int(), longest: z.int() })
      .nullable()
      .describe('null when the setting streak is off'),
    days: z
      .array(z.object({ day, done: z.int(), minutes: z.number() }))
      .describe('Days of the last year with something done'),
    pace: z.object({ own: z.number().nullable(), exam: z.number() }).describe('Seconds a question'),
    hours: z.array(z.int()).length(24).describe('Answers in each hour of the day'),
  }),
  mistakes: z.object({
    mostMissed: z.array(
      z.object({
        question: z.string(),
        domain: z.string(),
        missed: z.int(),
        answered: z.int(),
        latest: z.enum(['right', 'wrong']),
      }),
    ),
    mixUps: z
      .array(
        z.object({
          question: z.string(),
          option: z.string(),
          times: z.int(),
          text: z.string(),
          why: z.string(),
        }),
      )
      .describe('Wrong options chosen more than once'),
    flagged: z.array(z.string()),
    guessedRight: z.array(z.string()),
    sureWrong: z.int().describe('Wrong answers not marked as guesses'),
  }),
  calibration: z
    .object({ guessed: rightOf, sure: rightOf })
    .nullable()
    .describe('null until 20 guesses were marked'),
  next: z.object({ domain: z.string().nullable(), why: z.string(), command: z.string() }),
});

export type StatsJson = z.input<typeof statsSchema>;

/** The JSON Schema of it. */
export const statsJsonSchema = (): object => ({ title: 'cca stats --json', ...z.toJSONSchema(statsSchema) });
