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
  const topics = readdirSync(shippedBank, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(folder => readdirSync(join(shippedBank, folder.name)).map(file => `${folder.name}/${file}`))
    .map(path => ({ path, questions: questionsOf(path) }));
  const each = Math.ceil(count / topics.length);
  let made = 0;
  for (let copy = 0; made < count; copy++)
    for (const { path, questions } of topics) {
      const renamed = questions
        .slice(0, Math.min(each, count - made))
        .map(question => rename(question, copy));
      made += renamed.length;
      const target = join(dir, path.replace('.yaml', `-${copy}.yaml`));
      mkdirSync(join(target, '..'), { recursive: true });
      writeFileSync(target, stringify({ questions: renamed }));
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
