import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeLine } from '../../src/events/line.ts';
import { readJournal, type Mark } from '../../src/store/journal-reader.ts';
import { answered, beginning, stamped } from '../support/events.ts';
import { makeHome } from '../support/home.ts';

/** Lines of all lengths, with signs of one to four bytes, so that pieces end anywhere. */
const line = (i: number) =>
  encodeLine(
    stamped(
      answered(`question-${i}`, { answer: { text: 'aé→🐝'.repeat(i % 37) } }),
      beginning,
      String(i).padStart(8, '0'),
    ),
  );

function journal(content: string) {
  const { dir } = makeHome();
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'desk.jsonl');
  writeFileSync(path, content);
  return { name: 'desk.jsonl', path };
}

/** Everything behind a mark: the questions answered, and what was come upon. */
function readAll(file: { name: string; path: string }, from?: Mark) {
  const reader = readJournal(file, from);
  if (!reader) return undefined;
  const questions: string[] = [];
  for (let event = reader.next(); event; event = reader.next())
    if (event.type === 'question-answered') questions.push(event.question);
  reader.close();
  return { questions, ...reader.soFar() };
}

const some = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('a journal of many pieces is read whole, wherever a piece ends', () => {
  const file = journal(some(0, 3000).map(line).join(''));
  const read = readAll(file);
  expect(read?.questions).toEqual(some(0, 3000).map(i => `question-${i}`));
  expect(read?.mark.lines).toBe(3000);
});

test('a line longer than a piece is one line', () => {
  const long = encodeLine(stamped(answered('long', { answer: { text: 'é'.repeat(300_000) } })));
  expect(readAll(journal(line(1) + long + line(2)))?.questions).toEqual(['question-1', 'long', 'question-2']);
});

test('reading goes on behind a mark, and line numbers with it', () => {
  const file = journal(some(0, 1000).map(line).join(''));
  const before = readAll(file);
  appendFileSync(file.path, `rubbish\n${line(1000)}`);
  const after = readAll(file, before?.mark);
  expect(after?.questions).toEqual(['question-1000']);
  expect(after?.unreadable).toEqual([`${file.path}:1001`]);
});

test('a journal that is not what it was before the mark is not gone on with', () => {
  const file = journal(some(0, 100).map(line).join(''));
  const mark = readAll(file)?.mark;
  truncateSync(file.path, 1000);
  expect(readAll(file, mark)).toBeUndefined();
});
