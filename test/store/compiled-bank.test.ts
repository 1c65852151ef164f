import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOf } from '../../src/bank/bank.ts';
import type { Question } from '../../src/question/types.ts';
import { writeAtomically } from '../../src/store/atomic-file.ts';
import { decodeCompiled, encodeCompiled, openCompiled } from '../../src/store/compiled-bank.ts';
import { entryOf, topic } from '../support/banks.ts';
import { compileTexts, sample, sampleKinds } from '../support/compiled.ts';
import { makeHome } from '../support/home.ts';
import { anyText } from '../support/texts.ts';

const from = { stamps: [['exam.yaml', 12, 3.5]] as const, hash: 'abc', warnings: 2 };

test('every kind of entry comes out of a compiled bank as it went in', () => {
  const card = `
  - id: birds-air-wing
    revision: 1
    kind: card
    objective: flight
    front: Wing
    back: What a bird flies with.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0", to: "1.5"}`;
  const exhibit = '\n    exhibits: [{language: yaml, text: "a: [b, c]"}]';
  const { content } = compileTexts({
    'birds/air.yaml': topic(
      ...sampleKinds.map(kind => entryOf[kind](`birds-air-${kind}`)),
      card,
      entryOf.single('birds-air-exhibit', exhibit),
    ),
  });
  if (!content) throw new Error('does not compile');
  const { bank, stamps, hash } = decodeCompiled(encodeCompiled(content, from));
  expect({ stamps, hash, warnings: bank.warnings }).toEqual(from);
  expect(bank.blueprint).toEqual(content.blueprint);
  expect(bank.rows).toEqual(content.entries.map(rowOf));
  expect(bank.read(bank.rows.map(row => row.id))).toEqual(content.entries);
});

test('an entry is found whatever letters stand before it, on disk and in memory', () => {
  const { dir } = makeHome();
  const { content } = compileTexts({});
  if (!content) throw new Error('does not compile');
  fc.assert(
    fc.property(fc.array(anyText(), { minLength: 1, maxLength: 5 }), stems => {
      const entries = stems.map((stem, i): Question => ({ ...sample('single'), id: `q${i}`, stem }));
      const encoded = encodeCompiled({ ...content, entries }, from);
      const path = join(dir, 'a.bank');
      writeFileSync(path, encoded);
      for (const compiled of [decodeCompiled(encoded), openCompiled(path)])
        for (const entry of entries.toReversed()) expect(compiled?.bank.read([entry.id])).toEqual([entry]);
    }),
    { numRuns: 20 },
  );
});

test('a bank that is compiled anew meanwhile does not change the one that is open', () => {
  const path = join(makeHome().dir, 'a.bank');
  const compile = (entry: string) => compileTexts({ 'birds/air.yaml': topic(entry) }).content;
  const before = compile(entryOf.single('birds-air-q1'));
  const after = compile(entryOf.single('birds-air-q1').replace('A near miss', 'A much nearer miss'));
  if (!before || !after) throw new Error('does not compile');
  writeAtomically(path, encodeCompiled(before, from));
  const open = openCompiled(path);
  writeAtomically(path, encodeCompiled(after, from));
  expect(open?.bank.read(['birds-air-q1'])).toEqual(before.entries);
  expect(openCompiled(path)?.bank.read(['birds-air-q1'])).toEqual(after.entries);
});
