/**
 * The items in order of their keys, the smallest first, each worked out when it is asked for: a binary heap (Williams 1964,
 * built bottom-up as by Floyd), so that the first few of many cost little more than looking at all once.
 */
export function* inSequence<T>(items: readonly T[], keys: readonly number[]): Generator<T, void> {
  const heap = new Uint32Array(items.length);
  for (let index = 0; index < heap.length; index++) heap[index] = index;
  const by = new Float64Array(keys);
  let size = heap.length;
  for (let node = (size >> 1) - 1; node >= 0; node--) sift(heap, by, node, size);
  while (size > 0) {
    yield items[heap[0] as number] as T;
    heap[0] = heap[--size] as number;
    sift(heap, by, 0, size);
  }
}

/** Lets what is at `from` sink until nothing below it has a smaller key. */
function sift(heap: Uint32Array, keys: Float64Array, from: number, size: number): void {
  const sinking = heap[from] as number;
  const key = keys[sinking] as number;
  let node = from;
  for (let child; (child = 2 * node + 1) < size; node = child) {
    const other = child + 1;
    if (other < size && keyAt(heap, keys, other) < keyAt(heap, keys, child)) child = other;
    if (key <= keyAt(heap, keys, child)) break;
    heap[node] = heap[child] as number;
  }
  heap[node] = sinking;
}

const keyAt = (heap: Uint32Array, keys: Float64Array, node: number) => keys[heap[node] as number] as number;
