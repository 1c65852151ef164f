import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { listing } from '../support/folders.ts';
import { makeHome } from '../support/home.ts';
import { keys, terminal } from '../support/terminal.ts';

function learner() {
  const home = makeHome();
  const config = (...args: readonly string[]) => cca(['config', ...args], { home });
  return { home, config, path: join(home.dir, 'home/config/config.json') };
}

/** Every setting: its default, a value it takes and how that reads, and one that it does not take. */
const settings: Readonly<Record<string, readonly [string, given: string, read: string, wrong: string]>> = {
  count: ['10', '25', '25', '0'],
  'front-end': ['auto', 'plain', 'plain', 'graphical'],
  theme: ['dark', 'light', 'light', 'blue'],
  domains: ['none', 'network-pol,ebpf', 'network-policy,ebpf', ',,'],
  'exam-date': ['none', '2026-12-18', '2026-12-18', '2026-02-30'],
  confirm: ['off', 'yes', 'on', 'maybe'],
  streak: ['on', 'off', 'off', 'perhaps'],
  retention: ['0.85', '.9', '0.9', '0.999'],
  'new-per-day': ['10', '25', '25', '201'],
  'rollover-hour': ['4', '0', '0', '24'],
  'minutes-a-day': ['30', '60', '60', '1'],
};

for (const [name, [fallback, given, read, wrong]] of Object.entries(settings))
  test(`config gets, sets and unsets ${name}, and refuses "${wrong}"`, async () => {
    const { config, home } = learner();
    expect((await config('get', name)).stdout).toBe(`${fallback}\n`);
    expect(await config('set', name, given)).toMatchObject({ status: 0, stdout: `${name} is ${read}.\n` });
    expect((await config('get', name)).stdout).toBe(`${read}\n`);
    const before = listing(home.dir);
    const refused = await config('set', name, wrong);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(
      new RegExp(`^"${wrong}" is not a value of ${name}\\. It takes .+\\.$`, 'm'),
    );
    expect(listing(home.dir)).toEqual(before);
    expect((await config('unset', name)).stdout).toBe(`${name} is ${fallback} again.\n`);
    expect((await config('get', name)).stdout).toBe(`${fallback}\n`);
  });

test('config list shows every setting, what it takes, and which are defaults', async () => {
  const { config } = learner();
  await config('set', 'count', '20');
  const { stdout, status } = await config('list');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^count = 20\n {4}questions a quiz asks; takes a whole number from 1 to 500$/m);
  for (const [name, [fallback]] of Object.entries(settings).filter(([found]) => found !== 'count'))
    expect(stdout).toMatch(new RegExp(`^${name} = ${fallback} \\(default\\)$`, 'm'));
});

test('settings live in one file that only their owner can read, where config path says', async () => {
  const { config, path } = learner();
  expect((await config('path')).stdout).toBe(`${path}\n`);
  await config('set', 'count', '20');
  await config('set', 'theme', 'light');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(['config.json']);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 20, theme: 'light' });
});

test('without CCA_HOME, settings, history and cache follow the XDG folders', async () => {
  const home = makeHome();
  const at = (name: string) => join(home.dir, name);
  const env = {
    CCA_HOME: '',
    XDG_CONFIG_HOME: at('xdg-config'),
    XDG_DATA_HOME: at('xdg-data'),
    XDG_CACHE_HOME: at('xdg-cache'),
  };
  const bank = smallBank(at('bank'), 1, 1);
  await cca(['config', 'set', 'count', '3'], { home, env });
  await cca(['quiz', '--bank', bank], { home, env });
  const folders = new Set(Object.keys(listing(home.dir)).map(path => dirname(relative(home.dir, path))));
  expect([...folders].filter(path => !path.startsWith('bank')).sort()).toEqual([
    '.',
    'xdg-cache',
    'xdg-cache/cca',
    'xdg-cache/cca/banks',
    'xdg-config',
    'xdg-config/cca',
    'xdg-data',
    'xdg-data/cca',
    'xdg-data/cca/journal',
    'xdg-data/cca/kept',
  ]);
});

test('domains are taken by slug, title or the beginning of one, and stored by slug', async () => {
  const { config } = learner();
  for (const [given, read] of [
    ['ebpf', 'ebpf'],
    ['cluster', 'cluster-mesh'],
    ['Network Policy', 'network-policy'],
    ['none', 'none'],
  ] as const)
    expect(await config('set', 'domains', given)).toMatchObject({ stdout: `domains is ${read}.\n` });
  for (const [given, words] of [
    ['network', /"network" fits several domains: network-policy, network-observability/],
    ['netwrok-policy', /There is no domain "netwrok-policy"\. Did you mean "network-policy"\?/],
  ] as const)
    expect(await config('set', 'domains', given)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(words),
    });
});

for (const [what, content, words] of [
  ['is not JSON', '{count', /config\.json are not valid JSON\. Mend the file, or delete it/],
  [
    'holds a value that is not one',
    '{"count": 9999}',
    /"count" in .*config\.json takes a whole number.*cca config set count/,
  ],
] as const)
  test(`a settings file that ${what} is told with its path, and left as it is`, async () => {
    const { home, config, path } = learner();
    await config('set', 'count', '20');
    writeFileSync(path, content);
    for (const args of [
      ['config', 'list'],
      ['quiz', '--dry'],
    ])
      expect(await cca(args, { home })).toMatchObject({ status: 2, stderr: expect.stringMatching(words) });
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

test('settings that cannot be saved are a storage fault', async () => {
  const { home, config } = learner();
  writeFileSync(join(home.dir, 'home'), '');
  expect(await config('set', 'count', '20')).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(/cannot be saved in .*config\.json/),
  });
});

test('a signal ends the questions of config set, and sets nothing', async () => {
  const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  await Promise.all(
    Object.entries(statuses).map(async ([signal, exitCode]) => {
      const { home, path } = learner();
      const asked = terminal(['config', 'set'], { home });
      await asked.waitFor(/Which setting\?/);
      asked.kill(signal as keyof typeof statuses);
      expect(await asked.ended()).toMatchObject({ exitCode });
      expect(existsSync(path)).toBe(false);
    }),
  );
});

test('config set asks in a terminal for what is left out', async () => {
  const { home, config } = learner();
  const asked = terminal(['config', 'set'], { home });
  await asked.waitFor(/Which setting\?/);
  asked.press(keys.enter);
  await asked.waitFor(/questions a quiz asks \(a whole number from 1 to 500\)/);
  asked.press('7', keys.enter);
  expect(await asked.ended()).toMatchObject({ exitCode: 0 });
  expect((await config('get', 'count')).stdout).toBe('7\n');
});
