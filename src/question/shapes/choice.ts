import type { ChoiceResponse } from '../types.ts';
import { idsOf, unknownIds, type ResponseShape } from './types.ts';

/** `one` and `several`: all keys and nothing else. */
export const choice: ResponseShape<ChoiceResponse> = {
  order({ options, fixed }, chance) {
    if (fixed) return { shown: options.map(option => option.id) };
    const free = options.filter(option => !option.last);
    const last = options.filter(option => option.last);
    return { shown: [...chance.shuffle(free), ...last].map(option => option.id) };
  },
  refuse(response, answer) {
    const ids = idsOf(answer);
    const wanted = keys(response).length;
    if (ids.length !== wanted)
      return wanted === 1 ? 'Choose one.' : `Choose ${wanted}; ${ids.length} chosen.`;
    return unknownIds(ids, response.options);
  },
  grade(response, answer) {
    const chosen = idsOf(answer);
    const right = chosen.filter(id => keys(response).includes(id));
    return {
      correct: right.length === chosen.length && right.length === keys(response).length,
      right,
      wrong: chosen.filter(id => !right.includes(id)),
    };
  },
  key: response => ({ ids: keys(response) }),
};

const keys = (response: ChoiceResponse) =>
  response.options.filter(option => option.key).map(option => option.id);
