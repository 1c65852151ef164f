import { describe, expect, test } from 'vitest';
import { crossed, keyed, marksOf, mint, seedPattern, stream } from '../src/rng.ts';

describe('chance that a seed decides', () => {
  test('is the same on every machine and in every release: these numbers never change', () => {
    const { next } = stream('team-friday', 'order');
    expect([keyed(''), keyed('team-friday'), keyed('漢字'), next(), next()]).toMatchInlineSnapshot(`
      [
        0.3802050624020833,
        0.33491792026409506,
        0.6954379215219023,
        0.38372498661966614,
        0.5756234428052818,
      ]
    `);
    expect(stream('team-friday', 'order').shuffle([1, 2, 3, 4, 5, 6, 7, 8])).toMatchInlineSnapshot(`
      [
        6,
        3,
        2,
        7,
        1,
        8,
        5,
        4,
      ]
    `);
  });

  test('is uniform: a hundred thousand keys that differ in their last letters fall evenly', () => {
    const counts = Array.from({ length: 100 }, () => 0);
    for (let i = 0; i < 100_000; i++) {
      const place = Math.floor(keyed(`seed\nquestion\nnetwork-policy-rules-${i}`) * 100);
      counts[place] = (counts[place] as number) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(170);
    expect(chiSquare).toBeGreaterThan(45);
  });

  test('is as uniform when a text is read once for every seed', () => {
    const numbers = Array.from({ length: 100_000 }, (_, i) => i);
    const marks = marksOf(numbers, i => `network-policy-rules-${i}`);
    expect(new Set(marks).size).toBe(marks.length);
    const [one, other] = [keyed('one'), keyed('other')];
    for (const place of [
      (mark: number) => Math.floor(mark * 100),
      (mark: number) => Math.floor(crossed(one, mark) * 100),
      (mark: number) => Math.floor(mark * 10) * 10 + Math.floor(crossed(one, mark) * 10),
      (mark: number) => Math.floor(crossed(one, mark) * 10) * 10 + Math.floor(crossed(other, mark) * 10),
    ]) {
      const counts = Array.from({ length: 100 }, () => 0);
      for (const mark of marks) counts[place(mark)] = (counts[place(mark)] as number) + 1;
      const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
      expect(chiSquare).toBeLessThan(170);
      expect(chiSquare).toBeGreaterThan(45);
    }
  });

  test('makes the same of a text whatever it is read together with', () => {
    const texts = ['', 'a', 'abcd', 'abcd\0', 'team-friday', '漢字', 'a'.repeat(5000)];
    const marks = (some: readonly string[]) => [...marksOf(some, text => text)];
    const alone = texts.flatMap(text => marks([text]));
    expect(marks(texts)).toEqual(alone);
    const ascii = texts.filter(text => text !== '漢字');
    expect(marks(ascii)).toEqual(ascii.map(text => alone[texts.indexOf(text)]));
    expect(new Set(alone).size).toBe(texts.length);
  });

  test('says nothing about the next number', () => {
    const pairs = Array.from({ length: 16 }, () => 0);
    for (let seed = 0; seed < 20_000; seed++) {
      const { below } = stream(`${seed}`, 'pairs');
      const place = below(4) * 4 + below(4);
      pairs[place] = (pairs[place] as number) + 1;
    }
    expect(pairs.reduce((sum, count) => sum + (count - 1250) ** 2 / 1250, 0)).toBeLessThan(50);
  });

  test('stays in its range', () => {
    const { next, below } = stream('seed', 'range');
    for (let i = 0; i < 10_000; i++) {
      const number = next();
      expect(number >= 0 && number < 1).toBe(true);
      expect([0, 1, 2]).toContain(below(3));
    }
  });

  test('differs between streams of one seed, and between seeds', () => {
    const numbers = ['a', 'b'].flatMap(seed => ['seats', 'order'].map(name => stream(seed, name).next()));
    expect(new Set(numbers).size).toBe(4);
  });

  test('shuffles a copy', () => {
    const items = Object.freeze([1, 2, 3, 4, 5]);
    expect(stream('seed', 'x').shuffle(items).toSorted()).toEqual(items);
    expect(stream('seed', 'x').shuffle([])).toEqual([]);
  });
});

test.each([1, 4, 8, 32])('a minted seed of %i letters is one that --seed takes', length => {
  const seed = mint(length);
  expect(seed).toHaveLength(length);
  expect(seed).toMatch(seedPattern);
});

test('minted words do not repeat', () => {
  expect(new Set(Array.from({ length: 1000 }, () => mint(8))).size).toBe(1000);
});

test.each(['', 'A', 'team friday', 'a_b', 'é', 'x'.repeat(33), 'a\n'])('%j is not a seed', word => {
  expect(seedPattern.test(word)).toBe(false);
});
