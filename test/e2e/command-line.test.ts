import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca, learnerEnv, program } from '../support/cli.ts';
import { listing } from '../support/folders.ts';
import { makeHome } from '../support/home.ts';
import { shippedIn } from '../support/shipped.ts';
import { terminal } from '../support/terminal.ts';

const groups = {
  bank: ['check', 'list', 'show', 'reports', 'export'],
  config: ['get', 'set', 'unset', 'list', 'path'],
};
const commands = [
  'quiz',
  'resume',
  'stats',
  'completion',
  ...Object.entries(groups).flatMap(([name, own]) => [name, ...own.map(command => `${name} ${command}`)]),
];

test('cca alone through a pipe prints help: every command, and examples', async () => {
  const ran = await cca([], { home: makeHome() });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  for (const command of commands.filter(name => !name.includes(' ')))
    expect(ran.stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  expect(ran.stdout).toMatch(/^Examples:\n {2}cca quiz$/m);
});

for (const command of commands)
  test(`cca ${command} --help says what it does, with examples`, async () => {
    const ran = await cca([...command.split(' '), '--help'], { home: makeHome() });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(new RegExp(`^Usage: cca ${command}\\b`));
    expect(ran.stdout).toMatch(new RegExp(`^Examples:\n {2}.*cca ${command}`, 'm'));
  });

/** What is typed, after `--bank` of the small bank where it takes one, and what the message must say. */
const mistakes: Readonly<Record<string, RegExp>> = {
  quizz: /unknown command 'quizz'\n\(Did you mean quiz\?\)/,
  'help quizz': /unknown command 'quizz'\n\(Did you mean quiz\?\)/,
  'help bank chek': /unknown command 'chek'\n\(Did you mean check\?\)/,
  'bank chek': /unknown command 'chek'\n\(Did you mean check\?\)/,
  'quiz --domian birds': /unknown option '--domian'\n\(Did you mean --domain\?\)/,
  'quiz birds': /too many arguments/,
  'quiz --domain': /'-d, --domain <domain\.\.\.>' argument missing/,
  'quiz --domain burds': /There is no domain "burds"\. Did you mean "birds"\?/,
  'quiz --domain mammals': /There is no domain "mammals"\. The domains are: birds, fish\./,
  'quiz --objective fligth': /There is no objective "fligth"\. Did you mean "flight"\?/,
  'quiz --kind singel': /There is no kind "singel"\. Did you mean "single"\?/,
  'quiz --difficulty medum': /There is no difficulty "medum"\. Did you mean "medium"\?/,
  'quiz --count 0': /'0' is invalid\. Give a whole number from 1\./,
  'quiz --count -3': /'-3' is invalid\. Give a whole number from 1\./,
  'quiz --count 2.5': /'2\.5' is invalid/,
  'quiz --seed Friday': /"Friday" is not a seed\. A seed has 1 to 32 of a-z, 0-9 and -/,
  'quiz --seed 123456789012345678901234567890123': /is not a seed/,
  'bank list --domain fisch': /Did you mean "fish"\?/,
  'bank show birds-air':
    /"birds-air" fits several questions: birds-air-q1, birds-air-q2\. Type more of one\./,
  'bank show birds-air-q9': /There is no question "birds-air-q9"\. Did you mean "birds-air-q1"\?/,
  'resume nothing': /There is no unfinished session "nothing"\./,
  'config get cont': /There is no setting "cont"\. Did you mean "count"\?/,
  'config set count': /Say what to set, and to what: cca config set count 20/,
};

for (const [typed, words] of Object.entries(mistakes))
  test(`cca ${typed} is a usage error that names the nearest right thing, and writes nothing`, async () => {
    const home = makeHome();
    const bank = smallBank(join(home.dir, 'bank'), 2, 1);
    const takesBank = /^(quiz --(domain|objective|kind)|bank (list|show)) ./.test(typed);
    const ran = await cca([...typed.split(' '), ...(takesBank ? ['--bank', bank] : [])], { home });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(words);
    const written = Object.keys(listing(home.dir)).filter(path => !path.startsWith(bank));
    expect(written.filter(path => !path.startsWith(join(home.dir, 'cache')))).toEqual([]);
  });

test('messages are broken at words in a narrow terminal, and left as they are in a pipe', async () => {
  const home = makeHome();
  const learner = terminal(['quiz', '--from', 'last'], { home, columns: 30 });
  expect(await learner.ended()).toMatchObject({ exitCode: 2 });
  const { stderr } = await cca(['quiz', '--from', 'last'], { home });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  const shown = learner.screen().split('\n');
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.map(line => line.trim()).join(' ')).toBe(stderr.trimEnd());
});

test('the list of a command group has one line for each', async () => {
  for (const group of ['bank', 'history', 'config']) {
    const { stdout } = await cca([group, '--help'], { home: makeHome() });
    const listed = stdout.match(/^Commands:\n([^]*?)\n\n/m)?.[1]?.split('\n') ?? [];
    expect(listed.length).toBeGreaterThan(4);
    for (const line of listed) expect(line).toMatch(/^ {2}[a-z]/);
  }
});

test('a word that is near to nothing gets no suggestion', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 2, 1);
  const ran = await cca(['bank', 'show', 'zzz', '--bank', bank], { home });
  expect(ran.stderr).toBe('There is no question "zzz".\n');
});

for (const [args, of] of [
  [['quiz', '--bank'], 'quiz'],
  [['bank', 'list', '--bank'], 'bank list'],
  [['bank', 'export', '--bank'], 'bank export'],
  [['bank', 'show', 'x', '--bank'], 'bank show'],
  [['stats', '--bank'], 'stats'],
  [['bank', 'check'], 'bank check'],
] as const)
  test(`cca ${of} with a folder that is no bank is exit 3`, async () => {
    const home = makeHome();
    const ran = await cca([...args, join(home.dir, 'nowhere')], { home });
    expect(ran.status).toBe(3);
    expect(ran.stdout + ran.stderr).toMatch(/nowhere\/exam\.yaml:1:1 {2}no-blueprint/);
  });

test('--version prints the version of the package', async () => {
  const { version } = (await import('../../package.json')).default;
  for (const flag of ['--version', '-V'])
    expect(await cca([flag], { home: makeHome() })).toMatchObject({ status: 0, stdout: `${version}\n` });
});

test('a code cache is for the Node that made it alone, and one that is damaged does no harm', () => {
  const home = makeHome();
  const [node, copied] = shippedIn(join(home.dir, 'copy'));
  const code = join(home.dir, 'copy', 'dist', 'code');
  const caches = readdirSync(code).sort();
  const own = `${process.version}-${process.arch}.cache`;
  expect(caches).toEqual(
    ['any', 'bank', 'flashcards', 'home', 'quiz', 'stats'].map(name => `${name}.${own}`),
  );
  for (const cache of caches) writeFileSync(join(code, cache), 'damaged');
  const ran = spawnSync(node, [copied, '--version'], { env: learnerEnv(home), encoding: 'utf8' });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
});

test('a clone that is not built yet says what to run', () => {
  const home = makeHome();
  cpSync(dirname(program), join(home.dir, 'clone/bin'), { recursive: true });
  const ran = spawnSync(process.execPath, [join(home.dir, 'clone/bin/cca.js')], {
    env: learnerEnv(home),
    encoding: 'utf8',
  });
  expect(ran.status).not.toBe(0);
  expect(ran.stderr).toMatch(/run: npm ci/);
});
