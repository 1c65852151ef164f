import type { Cue } from '../bank/cues.ts';
import { judgedFrom, shareFits, type Share, type Survey } from '../bank/survey.ts';
import { thinBelow } from '../bank/thin.ts';
import { counted } from '../counted.ts';

/** A survey as lines: cues against chance, shares against what is wanted, objectives that are thin, and what to do. */
export function surveyLines(survey: Survey): string[] {
  const { questions, practice, cards, guessable, cues, shares, coverage } = survey;
  const thin = coverage.filter(objective => objective.questions < thinBelow);
  return [
    `${counted(questions, 'exam question')}, ${practice} for practice, ${counted(cards, 'card')}`,
    '',
    ...(guessable === 0 ? ['No question with one key yet: there is nothing to guess.'] : cueLines(survey)),
    '',
    ...table(['Among the questions', 'found', 'wanted', ''], shares.map(shareRow)),
    '',
    thin.length === 0
      ? `Each of the ${coverage.length} objectives has at least ${thinBelow} exam questions.`
      : `Objectives with fewer than ${thinBelow} exam questions:`,
    ...thin.map(({ domain, objective, questions: found }) => `  ${objective} (${domain}): ${found}`),
    '',
    verdict(survey, cues),
    ...cues.filter(({ fits }) => !fits).flatMap(placesOf),
  ];
}

const cueLines = ({ guessable, chance, cues }: Survey): string[] => [
  ...table(['Choosing blindly by', 'hits', 'allowed', ''], cues.map(cueRow)),
  `Chance is ${percent(chance ?? 0)}: the mean of 1/options over ${counted(guessable, 'question')} with one key.`,
];

const cueRow = ({ name, of, value, chance, least, most, fits }: Cue): string[] => {
  const shown = chance === undefined ? (part: number) => part.toFixed(2) : percent;
  return [
    name,
    value === undefined ? 'none' : `${shown(value)} of ${of}`,
    least === undefined ? `to ${shown(most)}` : `${shown(Math.max(0, least))} to ${shown(most)}`,
    fits ? 'ok' : 'OUT',
  ];
};

const shareRow = (share: Share): string[] => [
  share.name,
  share.of === 0 ? 'none' : `${share.count} of ${share.of}, ${Math.round((share.count / share.of) * 100)}%`,
  wanted(share),
  shareFits(share) ? 'ok' : 'off',
];

function wanted({ least, most }: Share): string {
  if (least === undefined) return `at most ${Math.round((most ?? 1) * 100)}%`;
  if (most === undefined) return `at least ${Math.round(least * 100)}%`;
  return `${Math.round(least * 100)} to ${Math.round(most * 100)}%`;
}

function verdict({ questions, judged, passes }: Survey, cues: readonly Cue[]): string {
  const out = cues.filter(({ fits }) => !fits).length;
  if (out === 0) return 'No cue gives keys away.';
  const found = `${counted(out, 'cue')} out of bounds`;
  if (!judged)
    return `${found}; with ${questions} exam questions that is for information, from ${judgedFrom} on it fails.`;
  return passes ? found : `${found}: rewrite options until the keys no longer stand out.`;
}

/** Where to look for what is out of bounds; `*` marks a key. */
const placesOf = ({ name, where = [] }: Cue): string[] =>
  where.length === 0 ? [] : [`${name} (* is a key):`, ...where.map(place => `  ${place}`)];

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** Rows under headings, columns as wide as their widest cell. */
function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((_, column) =>
    Math.max(...[headings, ...rows].map(row => row[column]?.length ?? 0)),
  );
  return [headings, ...rows].map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
