import { describe, expect, test } from 'vitest';
import { search } from '../../src/bank/search.ts';
import { entryOf, topic } from '../support/banks.ts';
import { entriesOf } from '../support/compiled.ts';

const card = `
  - id: birds-air-wing
    revision: 1
    kind: card
    objective: flight
    front: Wing-beat
    back: How a heron flies.
    tags: [feathers]
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}`;

const entries = entriesOf({
  'birds/air.yaml': topic(
    entryOf.single('birds-air-q1', '\n    tags: [heron]').replace(/stem: .*/, 'stem: Where does it nest?'),
    entryOf.single('birds-air-q2').replace(/stem: .*/, 'stem: Do herons nest?'),
    entryOf.single('birds-air-q3').replace('A far miss', 'A heron in `kube-system`'),
    entryOf.single('birds-air-q4').replace(/stem: .*/, 'stem: What does a heron eat?'),
    entryOf.matching('birds-air-pairs').replace('Left A', 'Kingfisher'),
    entryOf.ordering('birds-air-order').replace('Step A', 'Kingfisher'),
    card,
  ),
});
const ids = (...words: string[]) => search(entries, words).map(({ entry }) => entry.id);

describe('search', () => {
  test('puts whole words in stem and tag before beginnings, and those before options', () => {
    expect(ids('HERON')).toEqual(['birds-air-q1', 'birds-air-q4', 'birds-air-q2', 'birds-air-q3']);
  });

  test('wants every word, wherever each stands, and says where', () => {
    expect(search(entries, ['heron', 'nest']).map(({ entry, found }) => [entry.id, found])).toEqual([
      ['birds-air-q1', ['stem', 'tag']],
      ['birds-air-q2', ['stem']],
    ]);
    expect(ids('heron nest')).toEqual(ids('nest', 'heron'));
  });

  test.each([
    ['wing', 'birds-air-wing'],
    ['beat', 'birds-air-wing'],
    ['feath', 'birds-air-wing'],
    ['kube-system', 'birds-air-q3'],
    ['q2', 'birds-air-q2'],
  ])('finds %s', (word, id) => {
    expect(ids(word)).toEqual([id]);
  });

  test('looks into matching and ordering questions too', () => {
    expect(ids('kingfisher')).toEqual(['birds-air-pairs', 'birds-air-order']);
  });

  test.each([['eron'], ['flies'], ['.*'], ['('], ['']])('finds nothing for %j', word => {
    expect(ids(word)).toEqual([]);
  });
});
