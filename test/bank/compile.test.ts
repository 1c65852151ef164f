import { expect, test } from 'vitest';
import { rowOf } from '../../src/bank/bank.ts';
import type { Exhibit } from '../../src/question/types.ts';
import { blueprint, entryOf, topic } from '../support/banks.ts';
import { compileTexts, entriesOf, questionsOf } from '../support/compiled.ts';

test('a question comes out with everything written in it, and with where it stands', () => {
  const written = entryOf
    .single('birds-air-q1', '\n    tags: [wings]')
    .replace('stem: Which', 'stem: >\n      Which');
  expect(questionsOf(entryOf.multiple('birds-air-q0'), written)[1]).toEqual({
    id: 'birds-air-q1',
    revision: 1,
    kind: 'single',
    domain: 'birds',
    objective: 'flight',
    difficulty: 'easy',
    stem: 'Which one is right about birds-air-q1?',
    exhibits: [],
    rationale: expect.stringMatching(/^This rationale .* seconds[.]$/),
    response: {
      shape: 'one',
      fixed: false,
      options: [
        { id: 'key', text: 'The right one', key: true, why: 'It is right.' },
        { id: 'near', text: 'A near miss', key: false, why: 'It is nearly right.' },
        { id: 'far', text: 'A far miss', key: false, why: 'It is not right.' },
      ],
    },
    sources: [{ url: 'https://example.org/page', section: 'Facts', checked: '2026-11-21' }],
    versions: { from: '1.0' },
    tags: ['wings'],
    enemies: [],
    place: { file: 'birds/air.yaml', line: 18 },
  });
});

test('a row says what a draw needs to know of an entry; a card has no difficulty', () => {
  const card = `
  - id: birds-air-wing
    revision: 2
    kind: card
    objective: song
    front: Wing
    back: What a bird flies with.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0", to: "1.2"}`;
  const entries = entriesOf({ 'birds/air.yaml': topic(entryOf.single('birds-air-q1'), card) });
  expect(entries.map(rowOf)).toEqual([
    {
      id: 'birds-air-q1',
      revision: 1,
      kind: 'single',
      domain: 'birds',
      objective: 'flight',
      difficulty: 'easy',
      tags: [],
      enemies: [],
    },
    {
      id: 'birds-air-wing',
      revision: 2,
      kind: 'card',
      domain: 'birds',
      objective: 'song',
      tags: [],
      enemies: [],
    },
  ]);
});

const yaml = `# A policy
apiVersion: cilium.io/v2
spec:
  ports: [{ port: "80", protocol: TCP }]  # one

  enabled: true
`;

test.each([
  ['yaml', yaml],
  ['json', '{\n  "a": [1, true, null, "x\\n"]\n}\n'],
  ['bash', 'for pod in $(kubectl get pods); do\n\techo "$pod" # each\ndone'],
  ['c', '/* over\n   two lines */\nint main(void) { return 0; }\n'],
  ['go', 'package main\n\nfunc main() {}\n'],
  ['ini', '[section]\nkey = value\n'],
])('a %s exhibit is coloured in runs that join to its text, line by line', (language, text) => {
  const exhibit = exhibitOf(language, text);
  expect(exhibit.text).toBe(text);
  const lines = exhibit.runs?.map(runs => runs.map(([, part]) => part).join(''));
  expect(lines).toEqual(text.replace(/\n$/, '').split('\n'));
  expect(exhibit.runs?.flat().some(([name]) => name !== '')).toBe(true);
});

test.each(['text', 'console'])('a %s exhibit has no colours', language => {
  expect(exhibitOf(language, yaml)).toEqual({ language, text: yaml });
});

function exhibitOf(language: string, text: string): Exhibit {
  const exhibits = `\n    exhibits: [{language: ${language}, text: ${JSON.stringify(text)}}]`;
  return questionsOf(entryOf.single('birds-air-q1', exhibits))[0]?.exhibits[0] as Exhibit;
}

test.each([
  ['tool get --namespace x', ['--namespace', '--all']],
  ['tool cluster get', ['--cluster']],
  ['toolbox get', []],
  ['{tool|tl} get', ['--namespace', '--all']],
  ['other get', []],
])('the answer %j is read with the flags of the longest command it begins with: %j', (answer, names) => {
  const exam = blueprint.replace(
    'domains:',
    '  - {command: tool cluster, synonyms: [{flags: [--cluster, -c], value: true}]}\ndomains:',
  );
  const entry = entryOf['fill-in']('birds-air-q1').replace('tool get --namespace x', answer);
  const [question] = entriesOf({ 'exam.yaml': exam, 'birds/air.yaml': topic(entry) });
  expect(question).toMatchObject({
    response: { flags: names.map(name => ({ flags: [name, expect.any(String)] })) },
  });
});

test('a bank without questions is a bank', () => {
  expect(compileTexts({})).toMatchObject({ issues: [], content: { entries: [] } });
  expect(compileTexts({ 'birds/air.yaml': 'questions: []\n' })).toMatchObject({ issues: [] });
});
