import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches } from '../../src/question/command.ts';
import { anyText } from '../support/texts.ts';

const flags = [
  { flags: ['--namespace', '-n'], value: true },
  { flags: ['--output', '-o'], value: true },
  { flags: ['--all', '-A'], value: false },
];
const command = { input: 'command', flags } as const;
const term = { input: 'term', flags: [] } as const;

describe('a typed command is accepted', () => {
  test.each([
    ['as written', 'tool get pods', 'tool get pods'],
    ['with other white space', 'tool get pods', '  tool\tget   pods '],
    ['with a shell prompt before it', 'tool get pods', '$ tool get pods'],
    ['with double quotes', 'tool get pods', 'tool get "pods"'],
    ['with single quotes', 'tool get pods', "tool 'get' pods"],
    ['without the quotes of the pattern', 'tool get "pods"', 'tool get pods'],
    ['with a quoted flag value', 'tool --namespace "my x"', "tool --namespace='my x'"],
    ['with flags in another order', 'tool get --all --output json', 'tool get --output json --all'],
    ['with flags in another place', 'tool get pods -n x', 'tool -n x get pods'],
    ['with a flag by its short name', 'tool get --namespace x', 'tool get -n x'],
    ['with a flag by its long name', 'tool get -A', 'tool get --all'],
    ['with = before a value', 'tool get --namespace x', 'tool get --namespace=x'],
    ['with = after a short name', 'tool get --namespace x', 'tool get -n=x'],
    ['with a space for the = of the pattern', 'tool get --depth=3', 'tool get --depth 3'],
    ['with = although no list says that the flag has a value', 'tool get --depth 3', 'tool get --depth=3'],
    ['with =true on a switch', 'tool get --all', 'tool get --all=true'],
    ['with either of a choice', 'tool {get|list} pods', 'tool list pods'],
    ['with an optional word', 'tool get [all] pods', 'tool get all pods'],
    ['without an optional word', 'tool get [all] pods', 'tool get pods'],
    ['with any word for <any>', 'tool set <any> <any>', 'tool set debug on'],
    ['with any flag value for <any>', 'tool get --namespace <any>', 'tool get -n kube-system'],
    ['with any ending for <any> inside a word', 'tool logs pod/<any>', 'tool logs pod/web-1'],
    ['with any two words for <any> twice inside a word', 'tool set <any>=<any>', 'tool set debug=on'],
    ['with two flags of one name, one of them free', 'tool -o <any> -o json', 'tool -o json -o wide'],
  ])('%s: %j takes %j', (_how, pattern, typed) => {
    expect(matches(typed, pattern, command)).toBe(true);
  });
});

describe('a typed command is refused', () => {
  test.each([
    ['in another case', 'tool get pods', 'Tool get pods'],
    ['with a word missing', 'tool get pods', 'tool get'],
    ['with a word too many', 'tool get pods', 'tool get pods now'],
    ['with words in another order', 'tool get pods', 'tool pods get'],
    ['with a flag missing', 'tool get --all', 'tool get'],
    ['with a flag too many', 'tool get', 'tool get --all'],
    ['with another flag', 'tool get --all', 'tool get --any'],
    ['with another flag value', 'tool get -n x', 'tool get -n y'],
    ['with a flag value missing', 'tool get -n x', 'tool get -n'],
    ['with a switch turned off', 'tool get --all', 'tool get --all=false'],
    ['with two words quoted into one', 'tool get pods', 'tool "get pods"'],
    ['with no word for <any>', 'tool set <any>', 'tool set'],
    ['with two words for <any>', 'tool set <any>', 'tool set debug on'],
    ['with a flag for <any>', 'tool set <any>', 'tool set --all'],
    ['with nothing for <any> inside a word', 'tool logs pod/<any>', 'tool logs pod/'],
    ['with an unfinished quote', 'tool get pods', 'tool get "pods'],
    ['when nothing is typed', 'tool get pods', '   '],
  ])('%s: %j does not take %j', (_how, pattern, typed) => {
    expect(matches(typed, pattern, command)).toBe(false);
  });
});

test.each([
  ['eBPF', 'ebpf'],
  ['eBPF', ' EBPF. '],
  ['Cluster Mesh', 'cluster  mesh'],
  ['JIT compiler', '"JIT" compiler'],
  ['JIT compiler', '"JIT compiler"'],
  ["the node's identity", "the node's identity"],
  ['{direct|native} routing', 'Native Routing'],
])('the term %j takes %j: case, white space, quotes and a full stop are forgiven', (pattern, typed) => {
  expect(matches(typed, pattern, term)).toBe(true);
});

test.each([
  ['auto-direct-node-routes', '--auto-direct-node-routes'],
  ['Cluster Mesh', 'ClusterMesh'],
  ['ingress', 'ingres'],
  ['v1.16', 'v116'],
])('the term %j does not take %j', (pattern, typed) => {
  expect(matches(typed, pattern, term)).toBe(false);
});

test('flags are accepted in every order and every spelling', () => {
  const spellings = [
    ['--namespace x', '--namespace=x', '-n x', '-n=x', '-n "x"'],
    ['--output json', '-o json', '--output=json'],
    ['--all', '-A'],
  ].map(same => fc.constantFrom(...same));
  const typed = fc
    .tuple(...spellings)
    .chain(given => fc.shuffledSubarray(given, { minLength: 3 }))
    .map(given => `tool get pods ${given.join('  ')}`);
  fc.assert(fc.property(typed, line => matches(line, 'tool get pods -n x --all --output json', command)));
});

test('nothing that is typed makes reading it fail', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 80 }), line => {
      expect(matches(line, 'tool get [{pods|po}] <any>', command)).toBe(false);
    }),
  );
});
