import { counted } from '../../counted.ts';
import { clockTime } from '../../report/duration.ts';
import type { CardBack, CardsScore, CardView, ComesBack } from '../../session/card-view.ts';

/** When a card comes back, as short as a key's label: `10 min`, `5 d`, `3 mo`, `1.5 y`. */
export function comesBackIn(when: ComesBack): string {
  if ('minutes' in when) return `${when.minutes} min`;
  const { days } = when;
  if (days < 60) return `${days} d`;
  return days < 365 ? `${Math.round(days / 30.4)} mo` : `${Math.round((days / 365) * 10) / 10} y`;
}

/** The four grades with when each brings the card back. */
export const gradeWords = ({ grades }: CardBack): string[] =>
  grades.map(({ grade, comesBack }, index) =>
    [index + 1, grade, ...(comesBack ? [comesBackIn(comesBack)] : [])].join(' '),
  );

/** What is still to come, and what is done. */
export const comingWords = ({ due, fresh, done }: Pick<CardView, 'due' | 'fresh' | 'done'>): string[] => [
  `${due} due`,
  ...(fresh > 0 ? [`${fresh} new`] : []),
  `${done} done`,
];

/** What is said of a card that is forgotten again and again, and what to do. */
export const leechWords = ({ lapses }: Pick<CardView, 'lapses'>): string =>
  `Forgotten ${lapses} times. Asking again is not how this one is learnt: read its page and put it in your own words, or suspend it with s.`;

/** How a session of cards went, in lines of plain words. */
export function cardsScoreLines({ graded, by, fresh, left, ms, isScheduled }: CardsScore): string[] {
  const pace = graded > 0 ? ` ${clockTime(ms)}, ${Math.round(ms / graded / 1000)} s a card.` : '';
  return [
    `${counted(graded, 'card')} done${fresh > 0 ? `, ${fresh} of them new` : ''}.${pace}`,
    ...(graded > 0 ? [`Again ${by.again}, hard ${by.hard}, good ${by.good}, easy ${by.easy}.`] : []),
    ...(left > 0 && isScheduled ? [`${left} left: they stay due, and cca flashcards asks them.`] : []),
    ...(isScheduled ? [] : ['Crammed: this counts in your habits, and the schedule is as it was.']),
  ];
}
