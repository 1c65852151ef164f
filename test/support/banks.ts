import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A blueprint with two domains of any subject: the program knows neither Cilium nor the number of domains. */
export const blueprint = `
id: test-exam
title: Test Exam
questions: 10
minutes: 15
pass-mark: 75
exam-kinds: [single, multiple]
tie-rule: heavier-then-listed
source-hosts: [example.org]
sources:
  - {url: https://example.org/exam, section: Exam, checked: 2026-11-21}
flags:
  - command: tool
    synonyms:
      - {flags: [--namespace, -n], value: true}
      - {flags: [--all, -A]}
domains:
  - slug: birds
    title: Birds
    weight: 70
    objectives:
      - {slug: flight, title: How birds fly}
      - {slug: song, title: Why birds sing}
  - slug: fish
    title: Fish
    weight: 30
    objectives:
      - {slug: gills, title: How fish breathe}
`;

/** A reading guide for that blueprint. */
export const guide = `
sources:
  - {title: Lists of birds, url: https://example.org/}

items:
  - {id: wings, kind: page, title: How wings work, url: https://example.org/wings, checked: 2026-11-21}
  - {id: gliding, kind: lab, title: Gliding, url: https://example.org/gliding, note: Try it., minutes: 45, checked: false}
  - {id: songs, kind: book, title: Songs, url: https://example.org/songs, checked: 2026-11-21}
objectives:
  - {objective: flight, items: [wings, gliding]}
  - objective: song
    items: [songs, wings]
  - objective: gills
    items: [wings]
`;

const common = (id: string, kind: string, extra = '') => `
  - id: ${id}
    revision: 1
    kind: ${kind}
    objective: ${id.startsWith('birds') ? 'flight' : 'gills'}
    difficulty: easy
    rationale: >-
      This rationale is long enough to be one: it says why the key is right, why the others are not, and where a reader
      can find the fact in a few seconds.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}${extra}`;

/** A question of every kind; the right answers are `key`, `key-1` with `key-2`, true, `tool get -n x`, a b c, and a-1 b-2. */
export const entryOf = {
  single: (id: string, extra = '') => `${common(id, 'single', extra)}
    stem: Which one is right about ${id}?
    options:
      - {id: key, text: The right one, key: true, why: It is right.}
      - {id: near, text: A near miss, why: It is nearly right.}
      - {id: far, text: A far miss, why: It is not right.}`,
  multiple: (id: string) => `${common(id, 'multiple')}
    stem: Which two are right about ${id}?
    options:
      - {id: key-1, text: The first right one, key: true, why: It is right.}
      - {id: key-2, text: The second right one, key: true, why: It is right too.}
      - {id: wrong-1, text: The first wrong one, why: It is wrong.}
      - {id: wrong-2, text: The second wrong one, why: It is wrong too.}`,
  'true-false': (id: string) => `${common(id, 'true-false')}
    stem: The statement about ${id} holds.
    answer: true
    why: {true: It holds., false: It does hold.}`,
  'fill-in': (id: string) => `${common(id, 'fill-in')}
    stem: Which command gets the things of ${id} in the namespace x?
    input: command
    answers: ["tool get --namespace x"]
    mistakes: [{id: listed, text: "tool list --namespace x", why: There is no list.}]
    why: It gets things of a namespace.`,
  ordering: (id: string) => `${common(id, 'ordering')}
    stem: Put the steps of ${id} in order.
    items:
      - {id: a, text: Step A}
      - {id: b, text: Step B}
      - {id: c, text: Step C}`,
  matching: (id: string) => `${common(id, 'matching')}
    stem: Match the parts of ${id}.
    pairs:
      - {left: {id: a, text: Left A}, right: {id: "1", text: Right one}, why: They belong together.}
      - {left: {id: b, text: Left B}, right: {id: "2", text: Right two}, why: These too.}
    distractors: [{id: "3", text: Right three, why: It belongs to nothing.}]`,
} as const;

/** A term card. */
export const cardOf = (id: string, extra = ''): string => `
  - id: ${id}
    revision: 1
    kind: card
    objective: ${id.startsWith('birds') ? 'flight' : 'gills'}
    front: The term ${id}
    back: The meaning of ${id}, in a few words.
    when: It matters now and then.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}${extra}`;

export const topic = (...entries: readonly string[]): string => `questions:${entries.join('')}\n`;

/** Writes files of a bank below a folder, `exam.yaml` included unless given, and gives the folder. */
export function writeBank(dir: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [path, content] of Object.entries({ 'exam.yaml': blueprint, ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

/** A bank with `birds` and `fish` single-answer questions, and one of every other kind among the birds. */
export const smallBank = (dir: string, birds = 8, fish = 4): string =>
  writeBank(dir, {
    'birds/air.yaml': topic(
      ...Array.from({ length: birds }, (_, i) => entryOf.single(`birds-air-q${i + 1}`)),
    ),
    'birds/kinds.yaml': topic(
      entryOf.multiple('birds-kinds-multiple'),
      entryOf['true-false']('birds-kinds-true-false'),
      entryOf['fill-in']('birds-kinds-fill-in'),
      entryOf.ordering('birds-kinds-ordering'),
      entryOf.matching('birds-kinds-matching'),
    ),
    'fish/water.yaml': topic(
      ...Array.from({ length: fish }, (_, i) => entryOf.single(`fish-water-q${i + 1}`)),
    ),
  });

/** A bank of term cards, with two exam questions and a typed one among the birds. */
export const cardBank = (dir: string, birds = 4, fish = 2): string =>
  writeBank(dir, {
    'birds/terms.yaml': topic(...Array.from({ length: birds }, (_, i) => cardOf(`birds-terms-t${i + 1}`))),
    'birds/kinds.yaml': topic(
      entryOf.single('birds-air-q1'),
      entryOf.single('birds-air-q2'),
      entryOf.matching('birds-kinds-matching'),
    ),
    'fish/terms.yaml': topic(...Array.from({ length: fish }, (_, i) => cardOf(`fish-terms-t${i + 1}`))),
  });
