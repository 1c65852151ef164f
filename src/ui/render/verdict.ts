import type { Answer } from '../../question/types.ts';
import type { Reason, ResponseView } from '../../session/response-view.ts';
import type { VerdictView } from '../../session/view.ts';
import { printable } from '../../printable.ts';
import { letterAt } from '../../report/letter.ts';

/** What a verdict needs: of a question just answered, or of one in an exam that is handed in. */
export interface Judged extends Pick<
  VerdictView,
  'correct' | 'guess' | 'key' | 'response' | 'reasons' | 'compared' | 'rationale' | 'sources' | 'earlier'
> {
  /** Undefined where nothing was answered. */
  readonly answer: Answer | undefined;
}

/** A verdict in words, without colour or layout: what plain lines and the terminal both say. */
export interface VerdictWords {
  readonly mark: 'Right' | 'Wrong' | 'Unanswered';
  /** The learner's answer where it was wrong, else the key. */
  readonly given: string;
  /** The right answer, when it was not given. */
  readonly key: string | undefined;
  /** Reasons for the choices, each with a label such as `Not 1` or `Key 2`. */
  readonly reasons: readonly { readonly label: string; readonly text: string }[];
}

/** `nameAt` names a choice by its place on screen: a digit in the terminal, a letter in plain mode. */
export function verdictWords(view: Judged, nameAt: (index: number) => string): VerdictWords {
  const names = new Map(view.response.items.map((item, index) => [item.id, nameAt(index)]));
  return {
    mark: view.answer === undefined ? 'Unanswered' : view.correct ? 'Right' : 'Wrong',
    given: view.answer === undefined ? '' : answerWords(view.answer, view.response, nameAt),
    key: view.correct ? undefined : answerWords(view.key, view.response, nameAt),
    reasons: view.reasons.flatMap(reason => reasonWords(reason, view, names)),
  };
}

function reasonWords(
  reason: Reason,
  view: Judged,
  names: ReadonlyMap<string, string>,
): { label: string; text: string }[] {
  if (reason.why === undefined) return [];
  const name = names.get(reason.id);
  switch (view.response.shape) {
    case 'one':
    case 'several':
      return [
        {
          label: `${reason.isKey ? 'Key' : 'Not'} ${name ?? ''}`,
          text: againWords(reason.id, view) + reason.why,
        },
      ];
    case 'text':
      return [{ label: reason.isKey ? 'Key' : 'Yours', text: reason.why }];
    case 'order':
      return [{ label: `At ${view.reasons.indexOf(reason) + 1}`, text: `${reason.text}: ${reason.why}` }];
    case 'pairs':
      return [{ label: `For ${name ?? ''}`, text: `${reason.text}. ${reason.why}` }];
  }
}

/** What stands before the reason against an option that was taken in an earlier session too. */
const againWords = (option: string, { earlier }: Pick<VerdictView, 'earlier'>): string =>
  earlier?.option === option ? `You chose this on ${earlier.day} too: ` : '';

/** An answer as text: `2  POST /api`, `3, 1, 2`, `1 with b, 2 with a`, or what was typed. */
export function answerWords(
  answer: Answer,
  response: ResponseView,
  nameAt: (index: number) => string,
): string {
  const name = (id: string) => nameAt(response.items.findIndex(item => item.id === id));
  const text = (id: string) => response.items.find(item => item.id === id)?.text ?? id;
  if ('text' in answer) return printable(answer.text);
  if ('pairs' in answer) {
    const letter = (id: string) => letterAt(response.against.findIndex(item => item.id === id));
    return answer.pairs
      .map(([left, right]) => `${name(left)} with ${letter(right)}`)
      .sort()
      .join(', ');
  }
  if (response.shape === 'order') return answer.ids.map(name).join(', ');
  const named = answer.ids.map(id => `${name(id)}  ${text(id)}`);
  return named.sort().join('; ');
}
