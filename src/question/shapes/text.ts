import { matches } from '../command.ts';
import { expand } from '../pattern.ts';
import type { TextResponse } from '../types.ts';
import type { ResponseShape } from './types.ts';

const longest = 1000;

/** `text`: a typed line that fits one of the answers. */
export const text: ResponseShape<TextResponse> = {
  order: () => ({ shown: [] }),
  refuse(_response, answer) {
    if (!('text' in answer) || answer.text.trim() === '') return 'Type an answer first.';
    return answer.text.length > longest ? `The answer has more than ${longest} characters.` : undefined;
  },
  grade(response, answer) {
    const typed = 'text' in answer ? answer.text : '';
    const mistake = response.mistakes.find(({ text: pattern }) => matches(typed, pattern, response));
    const correct = response.answers.some(pattern => matches(typed, pattern, response));
    return { correct, right: [], wrong: !correct && mistake ? [mistake.id] : [] };
  },
  key: response => ({ text: expand(response.answers[0] as string)[0] as string }),
};
