import { dayAndMonth, dayOf, dayWord } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Session } from '../session/session.ts';
import type { VerdictView, View } from '../session/view.ts';
import { earlierChoices, lastTaken, type EarlierChoices, type WrongTime } from '../stats/earlier.ts';
import { foldHistory } from '../store/history.ts';

/**
 * Says at a wrong answer's verdict when the same wrong option was taken in an earlier session. History is read at the first
 * wrong answer and not before: nobody waits for it at the first question. One that cannot be read says nothing.
 */
export function withEarlierChoices(
  { paths, clock }: Context,
  { id, bank }: Session,
  dry: boolean,
): (view: View) => View {
  let known: EarlierChoices | undefined;
  const read = (): EarlierChoices => {
    try {
      return (known ??= foldHistory(earlierChoices, paths, { keeps: !dry }).state);
    } catch {
      return (known = {});
    }
  };
  return view => {
    if (view.screen !== 'verdict' || view.correct) return view;
    const wrong = view.reasons.filter(reason => reason.chosen && !reason.isKey);
    for (const { id: option } of wrong) {
      const taken = lastTaken(read(), bank, view.id, option, id);
      if (taken)
        return { ...view, earlier: { option, day: dayIn(taken, clock.now()) } } satisfies VerdictView;
    }
    return view;
  };
}

/** `3 Nov`, with the year once it is another. */
function dayIn({ time, offset }: WrongTime, now: number): string {
  const day = dayOf(Date.parse(time), offset, 0);
  const year = dayWord(day).slice(0, 4);
  return year === new Date(now).toISOString().slice(0, 4) ? dayAndMonth(day) : `${dayAndMonth(day)} ${year}`;
}
