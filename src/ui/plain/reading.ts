import type { Answer } from '../../question/types.ts';
import type { ResponseView } from '../../session/response-view.ts';

/** What a typed line gives as an answer, or what was expected instead. */
export type Reading = { readonly answer: Answer } | { readonly expected: string };

/**
 * Reads a line as an answer: `b` or `2`; `a c`; `3 1 2`; `1c 2a 3b`; or the typed answer itself, in quotes when it equals
 * a command.
 */
export function readAnswer(line: string, response: ResponseView): Reading {
  const text = line.trim();
  switch (response.shape) {
    case 'text':
      return text === '' ? { expected: 'Type the answer, or skip.' } : { answer: { text: unquoted(text) } };
    case 'pairs':
      return readPairs(text, response);
    default:
      return readChoices(text, response);
  }
}

const unquoted = (text: string) => text.match(/^(["'])([^"']*)\1$/)?.[2] ?? text;

function readChoices(text: string, { items, shape, wanted }: ResponseView): Reading {
  const words = splitChoices(text, items.length);
  const indexes = words.map(word => choiceIndex(word, items));
  const last = String.fromCharCode(96 + items.length);
  const range = `a to ${last}, or 1 to ${items.length}`;
  if (words.length === 0 || indexes.includes(-1)) {
    if (shape === 'order')
      return { expected: `Type all ${wanted} in order, such as: 3 1 2. They are ${range}.` };
    if (shape === 'several') return { expected: `Type ${wanted} letters, such as: a c. They are ${range}.` };
    return { expected: `Type one letter or digit: ${range}.` };
  }
  return { answer: { ids: indexes.map(index => items[index]?.id as string) } };
}

/** `a c`, `a,c` and `ac` are the same; a word of letters or digits that are all choices is read one by one. */
function splitChoices(text: string, count: number): string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  return words.flatMap(word => {
    const run = /^[a-z]+$/.test(word)
      ? [...word].every(sign => sign.charCodeAt(0) - 97 < count)
      : /^[1-9]+$/.test(word);
    return run ? [...word] : [word];
  });
}

function choiceIndex(word: string, items: ResponseView['items']): number {
  const byName = items.findIndex(item => item.text.toLowerCase() === word);
  const index = /^[a-z]$/.test(word)
    ? word.charCodeAt(0) - 97
    : /^[1-9]$/.test(word)
      ? Number(word) - 1
      : byName;
  return index < items.length ? index : -1;
}

function readPairs(text: string, { items, against, wanted }: ResponseView): Reading {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const pairs = words
    .map(word => word.match(/^([1-9])[=:-]?([a-z])$/))
    .map(match => {
      const left = items[Number(match?.[1]) - 1];
      const right = against[(match?.[2]?.charCodeAt(0) ?? 0) - 97];
      return left && right ? ([left.id, right.id] as const) : undefined;
    });
  const read = pairs.filter(pair => pair !== undefined);
  if (read.length !== pairs.length || read.length === 0)
    return { expected: `Type ${wanted} pairs of a digit and a letter, such as: 1c 2a 3b.` };
  return { answer: { pairs: read } };
}
