import { expect, test } from 'vitest';
import { kindNames } from '../../src/question/kinds/index.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';

for (const [shell, words] of [
  ['bash', /complete .*\bcca\b/],
  ['zsh', /#compdef cca/],
  ['fish', /complete .*-c cca\b/],
] as const)
  test(`cca completion ${shell} prints a script that calls cca for its suggestions`, async () => {
    const ran = await cca(['completion', shell], { home: makeHome() });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(words);
    expect(ran.stdout).toMatch(/\bcomplete --/);
  });

test('cca completion --help names the shells that it knows', async () => {
  const ran = await cca(['completion', '--help'], { home: makeHome() });
  expect(ran.stdout).toContain('Print a completion script');
  expect(ran.stdout).toContain('(choices: "bash", "zsh", "fish")');
});

test('a shell that is not known is a usage error', async () => {
  const ran = await cca(['completion', 'tcsh'], { home: makeHome() });
  expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/bash/) });
});

const domains = [
  'architecture',
  'network-policy',
  'service-mesh',
  'network-observability',
  'installation-and-configuration',
  'cluster-mesh',
  'ebpf',
  'bgp-and-external-networking',
];

for (const [what, typed, wanted] of [
  ['commands', [''], ['quiz', 'resume', 'stats', 'bank', 'config']],
  ['a command that is begun', ['qu'], ['quiz']],
  ['the domains', ['quiz', '--domain', ''], domains],
  ['the domains of bank list', ['bank', 'list', '--domain', ''], domains],
  ['what looks into a bank', ['bank', ''], ['check', 'list', 'search', 'show', 'stale', 'export']],
  ['the domains of bank search', ['bank', 'search', 'bgp', '--domain', ''], domains],
  ['domains and objectives of the guide', ['guide', ''], [...domains, 'datapath-models']],
  ['items of the guide', ['guide', '--done', ''], ['routing', 'book-learning-ebpf']],
  ['the domains of bank stale', ['bank', 'stale', '--domain', ''], domains],
  ['the kinds', ['quiz', '--kind', ''], kindNames],
  ['the difficulties', ['quiz', '--difficulty', ''], ['easy', 'medium', 'hard']],
  [
    'the settings',
    ['config', 'get', ''],
    ['count', 'front-end', 'theme', 'domains', 'exam-date', 'confirm', 'streak'],
  ],
] as const)
  test(`completion suggests ${what}: ${typed.join(' ')}`, async () => {
    const ran = await cca(['complete', '--', ...typed], { home: makeHome() });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    const suggested = ran.stdout.split('\n').map(line => line.split('\t')[0]);
    expect(suggested).toEqual(expect.arrayContaining([...wanted]));
  });
