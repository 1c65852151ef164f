import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../../src/bank/bank.ts';
import type { Event } from '../../src/events/events.ts';
import { nextId } from '../../src/events/ids.ts';
import { encodeLine } from '../../src/events/line.ts';
import { keyOf } from '../../src/question/shapes/index.ts';
import { isQuestion } from '../../src/question/types.ts';
import { journalDir } from '../../src/store/journal.ts';
import type { Paths } from '../../src/store/paths.ts';

/** What of a bank a made-up answer needs. */
export interface Asked {
  readonly id: string;
  readonly domain: string;
  readonly objective: string;
  readonly kind: string;
  /** Ids of a right answer, and of a wrong one. */
  readonly key: readonly string[];
  readonly wrong: readonly string[];
}

/** The questions of a bank, as answers are made up for them. */
export const askedOf = ({ rows, read }: Bank): Asked[] =>
  read(rows.map(row => row.id))
    .filter(isQuestion)
    .map(({ id, domain, objective, kind, response }) => {
      const key = keyOf(response);
      const ids = 'ids' in key ? key.ids : [];
      const others = 'options' in response ? response.options.filter(option => !option.key) : [];
      return { id, domain, objective, kind, key: ids, wrong: others.slice(0, 1).map(option => option.id) };
    });

const start = Date.UTC(2023, 0, 1, 8);

/** A history of so many answers of two devices, by turns, a few hundred a day. Gives the paths of its files. */
export function writeAnswers(
  paths: Paths,
  bank: string,
  questions: readonly Asked[],
  answers: number,
): string[] {
  const dir = journalDir(paths);
  mkdirSync(dir, { recursive: true });
  const files = ['desk', 'laptop'].map(name => join(dir, `${name}.jsonl`));
  const open = files.map(file => openSync(file, 'w'));
  const waiting = ['', ''];
  let id = '';
  for (let i = 0; i < answers; i++) {
    const at = start + i * 90_000;
    id = nextId(at, id, String(i % 10).repeat(12));
    const file = Math.floor(i / 100) % 2;
    waiting[file] += encodeLine(answerAt(at, id, bank, questions[(i * 11) % questions.length] as Asked, i));
    if ((waiting[file] as string).length > 1 << 20) {
      writeSync(open[file] as number, waiting[file] as string);
      waiting[file] = '';
    }
  }
  open.forEach((fd, file) => {
    writeSync(fd, waiting[file] as string);
    closeSync(fd);
  });
  return files;
}

/** Adds one more answer, the `i`th, to a file of such a history: a first try. */
export function addAnswer(file: string, bank: string, question: Asked, i: number): void {
  const at = start + i * 90_000;
  const answer: Event = answerAt(at, nextId(at, '', 'z'.repeat(12)), bank, question, i);
  appendFileSync(file, encodeLine(Object.assign(answer, { first: true })));
}

const answerAt = (at: number, id: string, bank: string, question: Asked, i: number): Event => ({
  v: 1,
  id,
  time: new Date(at).toISOString(),
  offset: 60,
  type: 'question-answered',
  session: `s${Math.floor(i / 20)}`,
  mode: 'quiz',
  bank,
  question: question.id,
  revision: 1,
  domain: question.domain,
  objective: question.objective,
  kind: question.kind,
  difficulty: 'medium',
  shown: ['one', 'two', 'three', 'four'],
  answer: { ids: i % 3 === 0 ? question.wrong : question.key },
  correct: i % 3 > 0,
  guess: i % 10 === 0,
  ms: 41_000,
  first: i < 250,
});

/** Reads files a piece at a time and parses each line: the least that any statistics must do. */
export function readAndParse(files: readonly string[]): number {
  let parsed = 0;
  for (const file of files) {
    const fd = openSync(file, 'r');
    const { size } = fstatSync(fd);
    let rest = '';
    for (let at = 0; at < size;) {
      const buffer = Buffer.allocUnsafe(1 << 20);
      const read = readSync(fd, buffer, 0, buffer.length, at);
      at += read;
      const lines = (rest + buffer.toString('utf8', 0, read)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (JSON.parse(line) !== null) parsed++;
    }
    closeSync(fd);
  }
  return parsed;
}
