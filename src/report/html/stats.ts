import { counted } from '../../counted.ts';
import { dayWord, type Day } from '../../clock.ts';
import type { Line } from '../../stats/domains.ts';
import type { Estimate } from '../../stats/forecast.ts';
import type { Overview } from '../../stats/overview.ts';
import type { Share } from '../../stats/share.ts';
import { chanceWords } from '../chance.ts';
import type { MemoryPoint, ReadinessPoint } from '../plots.ts';
import { markup, prose, trusted, type Content, type Markup } from './markup.ts';
import { page, type Section } from './page.ts';
import { table } from './table.ts';

/** What the statistics page shows besides the overview; `svg` holds each plot by the id of its section. */
export interface StatsPage {
  readonly seen: Overview;
  /** Percent. */
  readonly passMark: number;
  readonly streak: boolean;
  readonly history: readonly ReadinessPoint[];
  /** Expected memory up to the exam, where a schedule knows. */
  readonly memory: readonly MemoryPoint[];
  /** The exam's day, where one to come is set. */
  readonly examDay: Day | undefined;
  readonly svg: Readonly<Record<string, string>>;
}

/** The page of `cca stats --html`: every plot with its numbers in a table beside it. */
export const statsPage = (shown: StatsPage): string => {
  const { seen } = shown;
  return page({
    title: `Where you stand: ${seen.title}`,
    language: 'en',
    lead: lead(seen),
    sections: [
      readinessSection(shown),
      domainSection(shown),
      mistakeSection(shown),
      ...calibrationSection(shown),
      habitSection(shown),
      ...memorySection(shown),
    ],
    foot: markup`<p>Made by <code>cca stats --html</code> on ${dayWord(seen.today)}. Nothing was sent anywhere.</p>`,
  });
};

function lead({ readiness, next }: Overview): Content {
  const advice = markup`<p>Next: ${next.why} <code>${next.command}</code></p>`;
  if (readiness.state === 'too-few')
    return [
      markup`<p><strong>Too few first tries to say whether you would pass.</strong> <code>${readiness.command}</code></p>`,
      advice,
    ];
  const { chance, score, of, needed } = readiness;
  return [
    markup`<p><strong>Chance of passing: ${chanceWords(chance)}.</strong></p>`,
    markup`<p>Expected score: ${Math.round(score.mean)} of ${of} (${Math.round(score.low)} to ${Math.round(score.high)}); a pass takes ${needed}.</p>`,
    advice,
  ];
}

function readinessSection({ history, svg }: StatsPage): Section {
  const columns = [
    { heading: 'Day' },
    { heading: 'Chance of passing', isNumber: true },
    { heading: '5% to 95%', isNumber: true },
  ];
  const rows = history.map(point => [
    new Date(point.at).toISOString().slice(0, 10),
    percent(point.mean),
    between(point),
  ]);
  return {
    id: 'readiness',
    heading: 'Readiness over time',
    body: [
      history.length === 0
        ? markup`<p>There is no figure yet: it takes thirty first tries, and three in each domain with a tenth of the exam.</p>`
        : figure(
            'readiness',
            'The chance of passing over time, with its bounds',
            svg,
            table('The chance of passing on each day of study', columns, rows),
          ),
      history.length === 0
        ? undefined
        : markup`<p class="quiet">The line is the best guess, the band holds the true chance nine times in ten. Only first tries count: being right again may be memory of the very question. It assumes that the exam is as hard as this bank.</p>`,
    ],
  };
}

function domainSection({ seen, passMark, svg }: StatsPage): Section {
  const label = `How likely a new question is right, by domain; the dashed line is the pass mark of ${passMark}%`;
  return {
    id: 'domains',
    heading: 'Domains against the pass mark',
    body: [
      svg['domains'] === undefined ? undefined : plot('domains', label, svg),
      domainTable(seen),
      markup`<details><summary>By objective</summary>${objectiveTable(seen)}</details>`,
    ],
  };
}

const domainTable = ({ domains }: Overview): Markup =>
  table(
    'First tries by domain, weakest first',
    [
      { heading: 'Domain' },
      { heading: 'Of the exam', isNumber: true },
      { heading: 'First tries right', isNumber: true },
      { heading: '90% interval', isNumber: true },
      { heading: 'Memory', isNumber: true },
      { heading: 'Last', isNumber: true },
    ],
    domains.map(domain => [
      domain.title,
      `${domain.weight}%`,
      ...cells(domain),
      domain.memory === undefined ? '–' : percent(domain.memory),
      lastOf(domain),
    ]),
  );

const objectiveTable = ({ domains }: Overview): Markup =>
  table(
    'First tries by objective',
    [
      { heading: 'Objective' },
      { heading: 'First tries right', isNumber: true },
      { heading: '90% interval', isNumber: true },
      { heading: 'Last', isNumber: true },
    ],
    domains.flatMap(({ title, objectives }) =>
      objectives.map(line => [`${title}: ${line.title}`, ...cells(line), lastOf(line)]),
    ),
  );

const cells = ({ first }: Line) => [
  first.of === 0 ? '–' : `${first.right} of ${first.of}`,
  first.of === 0 ? '–' : between(first),
];
const lastOf = ({ last }: Line) => (last === undefined ? '–' : dayWord(last));

function mistakeSection({ seen }: StatsPage): Section {
  const { mixUps, mostMissed, flagged, guessedRight } = seen.mistakes;
  const isEmpty = mixUps.length + mostMissed.length + flagged.length + guessedRight.length === 0;
  return {
    id: 'mistakes',
    heading: 'Mistakes',
    body: isEmpty
      ? markup`<p>Nothing was missed twice.</p>`
      : [
          list(
            'You mix up',
            mixUps.map(
              ({ text, why, times }) => markup`${prose(text)} (chosen ${times} times): ${prose(why)}`,
            ),
          ),
          list(
            'Missed most',
            mostMissed.map(
              ({ question, missed, answered }) => `${question}: ${missed} of ${counted(answered, 'time')}`,
            ),
          ),
          list('Flagged', flagged),
          list('Guessed and right', guessedRight),
        ],
  };
}

/** More than so many items are folded away: a page is looked over, not through. */
const shownAtOnce = 8;

function list(heading: string, items: readonly Content[]): Content {
  if (items.length === 0) return undefined;
  const all = markup`<ul>${items.map(item => markup`<li>${item}</li>`)}</ul>`;
  return markup`<h3>${heading}</h3>${items.length > shownAtOnce ? markup`<details><summary>${items.length} questions</summary>${all}</details>` : all}`;
}

function calibrationSection({ seen, svg }: StatsPage): Section[] {
  if (!seen.calibration) return [];
  const { sure, guessed } = seen.calibration;
  const row = (what: string, of: Share) => [what, `${of.right} of ${of.of}`, between(of)];
  const columns = [
    { heading: 'Answers' },
    { heading: 'Right', isNumber: true },
    { heading: '90% interval', isNumber: true },
  ];
  const numbers = table('How often marked and unmarked answers were right', columns, [
    row('Not marked', sure),
    row('Marked as a guess', guessed),
  ]);
  return [
    {
      id: 'calibration',
      heading: 'Do you know what you know?',
      body: [
        figure('calibration', 'How often answers were right, marked as a guess and not', svg, numbers),
        markup`<p>Sure and wrong: ${seen.mistakes.sureWrong}.</p>`,
      ],
    },
  ];
}

function habitSection({ seen, svg, streak }: StatsPage): Section {
  const { habits } = seen;
  const columns = [
    { heading: 'Day' },
    { heading: 'Answers and cards', isNumber: true },
    { heading: 'Minutes', isNumber: true },
  ];
  const rows = habits.year
    .filter(({ done }) => done > 0)
    .map(({ day, done, minutes }) => [dayWord(day), done, minutes]);
  const pace =
    habits.pace.own === undefined
      ? undefined
      : markup`<p>Pace: ${Math.round(habits.pace.own)} seconds a question; the exam leaves ${Math.round(habits.pace.exam)}.</p>`;
  return {
    id: 'heatmap',
    heading: 'Days of study',
    body: [
      figure(
        'heatmap',
        'Answers and cards on each day of the last year, darker for more',
        svg,
        table('Days with answers or cards', columns, rows),
      ),
      markup`<p>${counted(habits.active, 'day')} of study${streak && habits.streak.days > 1 ? `, the last ${habits.streak.days} in a row` : ''}.</p>`,
      pace,
    ],
  };
}

function memorySection({ memory, examDay, svg }: StatsPage): Section[] {
  if (memory.length === 0) return [];
  const columns = [{ heading: 'Day' }, { heading: 'Remembered', isNumber: true }];
  const rows = memory.map(({ day, share }) => [dayWord(day), percent(share)]);
  return [
    {
      id: 'memory',
      heading: examDay === undefined ? 'Memory in the days to come' : 'Memory until the exam',
      body: [
        figure(
          'memory',
          'The share of what you have met that you would still recall on each day',
          svg,
          table('Expected memory', columns, rows),
        ),
        markup`<p class="quiet">Of the questions and cards you have met, were nothing more studied. ${
          examDay === undefined
            ? markup`With an exam date (<code>cca config set exam-date</code>) this looks ahead to that day.`
            : markup`With the plan kept it is more: <code>cca plan</code>.`
        }</p>`,
      ],
    },
  ];
}

/** A plot, and the same numbers for who does not see it. */
const figure = (id: string, label: string, svg: Readonly<Record<string, string>>, numbers: Markup): Markup =>
  markup`${plot(id, label, svg)}<details><summary>The same as a table</summary>${numbers}</details>`;

const plot = (id: string, label: string, svg: Readonly<Record<string, string>>): Markup =>
  markup`<figure role="img" aria-label="${label}">${trusted(svg[id] ?? '')}</figure>`;

const percent = (share: number) => `${Math.round(100 * share)}%`;
const between = ({ low, high }: Pick<Estimate, 'low' | 'high'>) =>
  `${Math.round(100 * low)} to ${Math.round(100 * high)}%`;
