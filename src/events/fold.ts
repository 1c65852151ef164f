import type { Event } from './events.ts';

/**
 * A view of history: events go in one by one, in order of id, and change the state in place. The state is plain JSON,
 * so that it can be set aside in the cache and taken up again. `version` is raised with any change to state or step.
 */
export interface Fold<State> {
  readonly name: string;
  readonly version: number;
  start(): State;
  step(state: State, event: Event): void;
}

/**
 * The value of a key in a plain object, put there when it is missing. Keys come from banks: one may be called what
 * JavaScript calls something of its own.
 */
export function own<Value>(record: Record<string, Value>, key: string | number, make: () => Value): Value {
  const found = record[key];
  // Of what is inherited only the prototype is an object. Folds ask this several times an event: one look is enough.
  if (typeof found === 'object' && found !== null && found !== Object.prototype) return found;
  if (!Object.hasOwn(record, key))
    Object.defineProperty(record, key, {
      value: make(),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  return record[key] as Value;
}

/**
 * `own` that remembers what it gave last, for values that are never put in place of one another. Most events are of the
 * same bank and day as the one before: comparing two keys takes less time than looking one up.
 */
export function ownAgain<Value>(make: () => Value) {
  let last: { record: Record<string, Value>; key: string | number; value: Value } | undefined;
  return (record: Record<string, Value>, key: string | number): Value => {
    if (last?.record !== record || last.key !== key) last = { record, key, value: own(record, key, make) };
    return last.value;
  };
}
