import type { ExamView, SeatMark } from '../../session/exam-view.ts';
import { lastMinutes, paceLeft, timeLeft } from '../render/clock.ts';
import { apart, hang, wrap } from '../render/text.ts';
import type { Theme } from '../theme.ts';
import type { ScreenState } from './state.ts';

/** What the header says of the time: nothing while it is hidden, but for the last five minutes. */
export function clockWords({ deadline, isClockHidden }: ExamView, now: number): string {
  if (deadline === undefined) return 'untimed';
  const left = deadline - now;
  return isClockHidden && left > lastMinutes ? 'clock hidden' : timeLeft(left);
}

export function examHeader(view: ExamView, width: number, now: number, theme: Theme): string[] {
  const { dot, heavy, light, flag } = theme.glyph;
  const flagged = view.map.filter(mark => mark.isFlagged).length;
  const done = Math.round((view.answered / view.of) * width);
  return [
    ...apart(
      theme.strong(`${view.name} ${dot} question ${view.number} of ${view.of}`),
      clockWords(view, now),
      width,
    ),
    theme.accent(heavy.repeat(done)) + theme.dim(light.repeat(width - done)),
    ...apart(
      `answered ${view.answered} ${dot} flagged ${flagged}`,
      view.isFlagged ? theme.accent(`${flag} flagged`) : '',
      width,
    ),
  ];
}

const holds: Readonly<Record<ScreenState['filter'], (mark: SeatMark) => boolean>> = {
  all: () => true,
  unanswered: mark => !mark.isAnswered,
  flagged: mark => mark.isFlagged,
  unseen: mark => !mark.isSeen,
};

/** Every seat with its state; a filter leaves the others blank, so that the numbers keep their places. */
export function mapLines(
  view: ExamView,
  filter: ScreenState['filter'],
  now: number,
  width: number,
  theme: Theme,
): string[] {
  const { chosen, open, dot, flag, cursor } = theme.glyph;
  const cells = view.map.map((mark, index) => {
    if (!holds[filter](mark)) return ' '.repeat(7);
    const sign = mark.isAnswered ? chosen : mark.isSeen ? open : dot;
    const here = index + 1 === view.number ? cursor : ' ';
    return `${here}${String(index + 1).padStart(3)} ${sign}${mark.isFlagged ? flag : ' '}`;
  });
  const each = Math.max(1, Math.min(10, Math.floor(width / 7)));
  const rows = Array.from({ length: Math.ceil(cells.length / each) }, (_, row) =>
    cells.slice(row * each, (row + 1) * each).join(''),
  );
  return [
    '',
    ...rows,
    '',
    ...wrap(
      `${chosen} answered   ${open} seen   ${dot} not seen   ${flag} flagged   showing: ${filter}`,
      width,
    ),
    ...wrap(paceLeft(view, now), width),
    '',
  ];
}

/** What handing in now would mean, with the numbers to go back to. */
export function submitLines(view: ExamView, width: number): string[] {
  const numbers = (wanted: (mark: SeatMark) => boolean) => {
    const found = view.map.flatMap((mark, index) => (wanted(mark) ? [index + 1] : []));
    return found.length === 0 ? 'none' : found.join(', ');
  };
  return [
    '',
    ...wrap(`Hand the exam in?   ${view.answered} of ${view.of} answered`, width),
    '',
    ...hang(
      '  Unanswered  ',
      `${numbers(holds.unanswered)}  (they count as wrong: a guess costs nothing)`,
      width,
    ),
    ...hang('  Flagged     ', `${numbers(holds.flagged)}  (a flag does not change the score)`, width),
    '',
  ];
}
