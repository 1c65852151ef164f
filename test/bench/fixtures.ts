import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { program, shippedBank } from '../support/cli.ts';

interface Written {
  id: string;
  kind: string;
  enemies?: string[];
}

/** The questions of the shipped bank, over and over under other ids, until there are `count` of them. */
export function grownBank(dir: string, count: number): string {
  mkdirSync(dir, { recursive: true });
  cpSync(join(shippedBank, 'exam.yaml'), join(dir, 'exam.yaml'));
  const shipped = readdirSync(shippedBank, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(folder => readdirSync(join(shippedBank, folder.name)).map(file => `${folder.name}/${file}`))
    .flatMap(path => questionsOf(path).map(question => ({ path, question })));
  // Evenly over all files, so that a small bank has every domain too.
  const step = Math.min(1, count / shipped.length);
  const files = new Map<string, Written[]>();
  for (let made = 0; made < count; made++) {
    const at = Math.floor(made / step);
    const { path, question } = shipped[at % shipped.length] as (typeof shipped)[number];
    const copy = Math.floor(at / shipped.length);
    const target = path.replace('.yaml', `-${copy}.yaml`);
    files.set(target, [...(files.get(target) ?? []), rename(question, copy)]);
  }
  for (const [target, questions] of files) {
    mkdirSync(join(dir, target, '..'), { recursive: true });
    writeFileSync(join(dir, target), stringify({ questions }));
  }
  return dir;
}

const questionsOf = (path: string) =>
  (parse(readFileSync(join(shippedBank, path), 'utf8')) as { questions: Written[] }).questions.filter(
    ({ kind }) => kind !== 'card',
  );

const rename = (question: Written, copy: number): Written => ({
  ...question,
  id: `${question.id}-${copy}`,
  enemies: [],
});

/** A history of `answers` answers, written by the program itself through its plain front end. */
export function writeHistory(env: NodeJS.ProcessEnv, bank: string, answers: number): void {
  const perSession = 100;
  for (let made = 0; made < answers; made += perSession) {
    const args = [program, 'quiz', '--plain', '--bank', bank, '--kind', 'single', '-n', String(perSession)];
    const ran = spawnSync(process.execPath, args, { env, input: 'a\n'.repeat(perSession) });
    if (ran.status !== 0) throw new Error(`the history could not be written:\n${ran.stderr.toString()}`);
  }
}
