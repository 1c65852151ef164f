import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * Who may import whom, and who may know what, read from the source. An exception to a rule is a row here, or there is
 * none.
 */

interface Source {
  /** Relative to `src`, with `/`. */
  readonly path: string;
  /** The folder of `src` that it belongs to, or its own name for a file at the top. */
  readonly folder: string;
  /** Without comments. */
  readonly code: string;
  /** Files of ours, relative to `src`. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const src = fileURLToPath(new URL('../src', import.meta.url));
const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .map(readSource);

function readSource(path: string): Source {
  const code = readFileSync(join(src, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const imported = [...code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    match => match[1] as string,
  );
  const isOurs = (name: string) => name.startsWith('.');
  return {
    path,
    folder: path.split('/')[0] as string,
    code,
    files: imported.filter(isOurs).map(name => posix.join(posix.dirname(path), name)),
    packages: imported.filter(name => !isOurs(name)),
  };
}

/** The paths of the sources for which something holds. */
const pathsWhere = (holds: (source: Source) => boolean): string[] =>
  sources.filter(holds).map(({ path }) => path);

test('the source is read as it is: imports of every form are seen', () => {
  expect(sources.length).toBeGreaterThan(80);
  const named = (path: string) => sources.find(source => source.path === path);
  expect(named('cli.ts')?.files).toEqual(expect.arrayContaining(['context.ts', 'commands/home.ts']));
  expect(named('store/settings.ts')?.files).toContain('store/conf.ts');
  expect(named('ui/render/text.ts')?.packages).toContain('fast-string-width');
  for (const { path, files } of sources)
    for (const file of files)
      if (file.endsWith('.ts')) expect(named(file)?.path, `${path} imports ${file}`).toBe(file);
});

describe('folders', () => {
  /** Which folders each folder may import from, besides itself. */
  const mayImport: Readonly<Record<string, readonly string[]>> = {
    question: ['rng.ts'],
    events: ['question'],
    bank: ['question', 'nearest.ts', 'printable.ts'],
    draw: ['bank', 'events', 'rng.ts'],
    session: ['question', 'events', 'schedule', 'clock.ts'],
    schedule: ['bank', 'draw', 'events', 'clock.ts', 'rng.ts'],
    stats: ['bank', 'events', 'question', 'draw', 'clock.ts', 'counted.ts', 'rng.ts'],
    report: [
      'bank',
      'events',
      'question',
      'session',
      'schedule',
      'stats',
      'clock.ts',
      'counted.ts',
      'printable.ts',
      'rng.ts',
    ],
    plot: [],
    store: [
      'bank',
      'question',
      'events',
      'clock.ts',
      'digest.ts',
      'errors.ts',
      'nearest.ts',
      'report',
      'rng.ts',
    ],
    ui: ['question', 'session', 'schedule', 'report', 'stats', 'clock.ts', 'counted.ts', 'printable.ts'],
  };

  test.each(Object.entries(mayImport))('%s imports only from itself and %j', (folder, allowed) => {
    const inside = sources.filter(source => source.folder === folder);
    expect(inside.length).toBeGreaterThan(0);
    const strangers = inside.flatMap(({ path, files }) =>
      files
        .filter(file => ![folder, ...allowed].includes(file.split('/')[0] as string))
        .map(file => `${path} imports ${file}`),
    );
    expect(strangers).toEqual([]);
  });

  test('every folder but commands and the command line is in that table', () => {
    const folders = new Set(sources.filter(({ path }) => path.includes('/')).map(({ folder }) => folder));
    expect([...folders].filter(folder => folder !== 'commands' && folder !== 'cli').sort()).toEqual(
      Object.keys(mayImport).sort(),
    );
  });

  test('ui and store never see each other', () => {
    const between = (from: string, to: string) =>
      pathsWhere(({ folder, files }) => folder === from && files.some(file => file.startsWith(`${to}/`)));
    expect([...between('ui', 'store'), ...between('store', 'ui')]).toEqual([]);
  });

  test('nothing imports commands but the command line, nor the command line but the start', () => {
    expect(
      pathsWhere(
        ({ path, folder, files }) =>
          !['commands', 'cli'].includes(folder) &&
          path !== 'cli.ts' &&
          files.some(file => file.startsWith('commands/')),
      ),
    ).toEqual([]);
    expect(pathsWhere(({ files }) => files.includes('cli.ts'))).toEqual(['main.ts']);
    expect(
      pathsWhere(({ folder, files }) => folder !== 'cli' && files.some(file => file.startsWith('cli/'))),
    ).toEqual(['cli.ts']);
  });

  test('no folders import each other in a circle', () => {
    const edges = new Map<string, Set<string>>();
    for (const { folder, files } of sources)
      for (const file of files) {
        const to = file.split('/')[0] as string;
        if (to !== folder) edges.set(folder, (edges.get(folder) ?? new Set()).add(to));
      }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some(
        next => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
      );
    expect([...edges.keys()].filter(folder => reaches(folder, folder))).toEqual([]);
  });
});

describe('pure folders', () => {
  const pure = ['question', 'bank', 'draw', 'session', 'schedule', 'events', 'stats', 'report'];
  const inPure = sources.filter(({ folder }) => pure.includes(folder));

  test('import nothing of Node, but for the path that a report shows', () => {
    expect(
      inPure.flatMap(({ path, packages }) =>
        packages.filter(name => name.startsWith('node:')).map(name => `${path} imports ${name}`),
      ),
    ).toEqual(['report/issues.ts imports node:path']);
  });

  test.each([
    ['wait for nothing', /\b(?:async|await|Promise|setTimeout)\b/],
    ['know no process', /\bprocess\b/],
    ['write to no console', /\bconsole\s*\./],
    ['look at no clock', /\bDate\.now\b|\bnew Date\(\)/],
  ])('%s', (_what, pattern) => {
    expect(inPure.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe('each package stands behind one door', () => {
  test.each([
    ['chalk', /^chalk$/, ['ui/theme.ts']],
    ['inquirer', /^inquirer$/, ['ui/tty/ask.ts']],
    ['conf', /^conf$/, ['store/conf.ts']],
    [
      'commander',
      /^commander$/,
      [
        'cli.ts',
        'cli/bank.ts',
        'cli/config.ts',
        'cli/history.ts',
        'cli/parts.ts',
        'cli/sessions.ts',
        'cli/study.ts',
        'commands/completion.ts',
      ],
    ],
    ['yaml', /^yaml$/, ['bank/yaml-file.ts']],
    ['esbuild', /^esbuild$/, ['build.ts']],
    ['the plotting library', /^vega/, ['plot/svg.ts']],
    ['open', /^open$/, ['commands/open-page.ts']],
    ['highlighters', /^(?:lowlight|highlight[.]js)/, ['bank/highlight.ts']],
    ['xdg-basedir', /^xdg-basedir$/, ['store/paths.ts']],
    ['ts-fsrs', /^ts-fsrs$/, ['schedule/memory.ts']],
    ['ics', /^ics$/, ['store/calendar.ts']],
    ['fflate', /^fflate$/, ['store/archive.ts']],
    ['csv-stringify', /^csv-stringify/, ['report/history/csv.ts']],
  ])('%s', (_name, pattern, doors) => {
    expect(pathsWhere(({ packages }) => packages.some(name => pattern.test(name))).sort()).toEqual(doors);
  });

  test("Inquirer's core is known to the terminal front end only", () => {
    expect(
      pathsWhere(({ packages }) => packages.includes('@inquirer/core')).filter(
        path => !path.startsWith('ui/tty/'),
      ),
    ).toEqual([]);
  });
});

describe('each edge of the world is known to few', () => {
  // Scripts that run outside the program: the build, and the start from source or from V8's code cache.
  const scripts = ['build.ts', 'dev.ts', 'start.ts'];
  test.each([
    // A lock names its process, a device its machine, and a neighbour of a file the process that writes it; crypto is asked of it.
    [
      'the process',
      /\bprocess\./,
      [
        'context.ts',
        'digest.ts',
        'main.ts',
        'store/atomic-file.ts',
        'store/device.ts',
        'store/lock.ts',
        'ui/tty/alternate-screen.ts',
      ],
    ],
    ['the clock', /\bDate\.now\b|\bnew Date\(\)/, ['clock.ts', 'store/lock.ts']],
    ['chance', /\bMath\.random\b/, []],
    ['the console', /\bconsole\s*\./, []],
  ])('%s', (_what, pattern, knowing) => {
    expect(pathsWhere(({ path, code }) => !scripts.includes(path) && pattern.test(code)).sort()).toEqual(
      knowing,
    );
  });

  test.each([
    ['the disk', /^node:fs/, /^store\//],
    ['random bytes', /^node:crypto$/, /^(?:store\/|rng[.]ts$)/],
    ['other programs', /^node:child_process$/, /^store\//],
    ['lines typed', /^node:readline/, /^ui\//],
  ])('%s', (_what, pattern, door) => {
    const strangers = pathsWhere(
      ({ path, packages }) => !scripts.includes(path) && packages.some(name => pattern.test(name)),
    ).filter(path => !door.test(path));
    expect(strangers).toEqual([]);
  });
});

test('nothing outside question/kinds names a kind: screens, grading and reports work by shape', () => {
  expect(
    pathsWhere(
      ({ path, code }) =>
        !path.startsWith('question/kinds/') &&
        /'(?:single|multiple|true-false|fill-in|ordering|matching)'/.test(code),
    ),
  ).toEqual([]);
});

test('nothing that loads, draws, runs, schedules or scores knows the word Cilium', () => {
  expect(
    // Examples in the help are of the bank that ships.
    pathsWhere(
      ({ folder, code }) =>
        !['cli.ts', 'cli'].includes(folder) && /cilium|hubble|ebpf|kubernetes/i.test(code),
    ),
  ).toEqual([]);
});

test('there is no folder for what has no name', () => {
  expect(pathsWhere(({ path }) => /util|helper|manager|misc|common/i.test(path))).toEqual([]);
});
