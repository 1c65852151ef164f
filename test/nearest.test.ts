import { expect, test } from 'vitest';
import { nearest } from '../src/nearest.ts';

const domains = ['network-policy', 'service-mesh', 'ebpf', 'cluster-mesh'];

test.each([
  ['network-polcy', 'network-policy'],
  ['Network-Policy', 'network-policy'],
  ['ebf', 'ebpf'],
  ['servicemesh', 'service-mesh'],
  ['clutser-mesh', 'cluster-mesh'],
  ['ebfp', 'ebpf'],
])('%j is taken for a slip of the finger for %j', (typed, word) => {
  expect(nearest(typed, domains)).toBe(word);
});

test.each(['', 'x', 'storage', 'policy', 'bpf-maps', 'a'.repeat(10_000)])('%j is near to nothing', typed => {
  expect(nearest(typed, domains)).toBeUndefined();
});

test('with nothing to choose from nothing is near', () => {
  expect(nearest('ebpf', [])).toBeUndefined();
});
