import { isQuestion, type BankEntry } from '../../question/types.ts';
import type { FoundText } from '../texts.ts';

/** The options, items or matches of a question as written, with the way to each text. None for other entries. */
export function choicesOf(entry: BankEntry): FoundText[] {
  if (!isQuestion(entry)) return [];
  const { response } = entry;
  const texts = (field: string, items: readonly { text: string }[]) =>
    items.map(({ text }, index) => ({ path: [field, index, 'text'], text }));
  switch (response.shape) {
    case 'one':
    case 'several':
      return texts('options', response.options);
    case 'order':
      return texts('items', response.items);
    case 'pairs':
      return response.right.map(({ text }, index) => ({
        path:
          index < response.pairs.length
            ? ['pairs', index, 'right', 'text']
            : ['distractors', index - response.pairs.length, 'text'],
        text,
      }));
    case 'text':
      return [];
  }
}
