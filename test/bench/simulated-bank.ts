import { isQuestion, type Question } from '../../src/question/types.ts';
import { drawOrders, keyOf } from '../../src/question/shapes/index.ts';
import { fullQuotas } from '../../src/draw/reserve.ts';
import { stream } from '../../src/rng.ts';
import { neededRight } from '../../src/stats/pass-chance.ts';
import { loadBank } from '../../src/store/banks.ts';
import { findPaths } from '../../src/store/paths.ts';
import type { SimulatedBank } from './simulated-learner.ts';

/** The bank that ships, as far as simulated learners need it. */
export async function shippedBank(): Promise<SimulatedBank> {
  const bank = await loadBank(undefined, findPaths({}, new URL('../..', import.meta.url).pathname), {
    keeps: false,
  });
  const questions = bank.read(bank.rows.map(row => row.id)).filter(isQuestion);
  const { blueprint } = bank;
  return {
    blueprint,
    rows: bank.rows.filter(row => row.kind !== 'card'),
    floors: new Map(questions.map(question => [question.id, luck(question)])),
    shapes: new Map(questions.map(question => [question.id, shapeOf(question)])),
    seats: fullQuotas(blueprint),
    needed: neededRight(blueprint.questions, blueprint.passMark),
  };
}

function shapeOf({ response }: Question) {
  const key = keyOf(response);
  return { shown: drawOrders(response, stream('bench', 'order')).shown, wanted: 'ids' in key ? key.ids : [] };
}

/** The chance of a blind answer, found by trying every one where that is quick to say. */
function luck({ response }: Question): number {
  switch (response.shape) {
    case 'one':
      return 1 / response.options.length;
    case 'several': {
      const keys = response.options.filter(option => option.key).length;
      let ways = 1;
      for (let i = 0; i < keys; i++) ways *= (response.options.length - i) / (i + 1);
      return 1 / ways;
    }
    case 'text':
    case 'order':
    case 'pairs':
      return 0;
  }
}
