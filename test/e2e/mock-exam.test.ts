import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { examBank } from '../support/exams.ts';
import { makeHome, type Home } from '../support/home.ts';
import { keys, terminal } from '../support/terminal.ts';

const types = (home: Home) => home.events().map(event => event.type);

test('an exam runs through a pipe: marked, changed, flagged, handed in with a yes', async () => {
  const home = makeHome();
  const input = 'a\nb\nflag\nnext\nguess c\nmap\ntime\nsubmit\nno\ngo 1\nsubmit\nyes\n';
  const ran = await cca(['mock-exam', '--bank', examBank(home)], { home, input });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toMatch(/10 questions, 15 minutes, 75% to pass/);
  expect(ran.stdout).toMatch(/^Unanswered: 3, 4, 5, 6, 7, 8, 9, 10 \(they count as wrong/m);
  expect(ran.stdout).toMatch(
    /^(NOT PASSED|PASSED)\. Mock exam 1: \d of 10, \d+%\. The pass mark is 8 \(75%\)/m,
  );
  expect(types(home).filter(type => type === 'choice-made')).toHaveLength(3);
  expect(types(home).slice(-3)).toEqual(['question-answered', 'question-answered', 'session-finished']);
});

test('an exam of another length or time is no attempt, and says so', async () => {
  const home = makeHome();
  const ran = await cca(['mock-exam', '--length', 'half', '--bank', examBank(home)], {
    home,
    input: 'submit\nyes\n',
  });
  expect(ran.stdout.match(/does not count as an attempt/g)).toHaveLength(2);
  expect(ran.stdout).toMatch(/0 of 5/);
});

test('an exam that is left goes on where it was, marks and flags included', async () => {
  const home = makeHome();
  const left = await cca(['mock-exam', '--bank', examBank(home)], { home, input: 'a\nnext\nflag\nquit\n' });
  expect(left.stdout).toMatch(/^1 of 10 answered so far\.[^]*The clock of this exam runs on/m);
  expect(left.stdout).not.toMatch(/PASSED|below the mark/);
  const back = await cca(['resume'], { home, input: 'map\nquit\n' });
  expect(back.stdout).toMatch(/^Question 2 of 10\. 1 answered\. Flagged\./m);
  expect(back.stdout).toMatch(/^Answered: 1\.$/m);
});

test('an exam whose time runs out while it is closed is handed in as it stood', async () => {
  const home = makeHome();
  const args = ['mock-exam', '--minutes', '0.02', '--bank', examBank(home)];
  await cca(args, { home, input: 'a\nquit\n' });
  await new Promise(resolve => setTimeout(resolve, 1500));
  const late = await cca(['resume'], { home });
  expect(late.stdout).toMatch(/The time was up/);
  expect(types(home).slice(-2)).toEqual(['question-answered', 'session-finished']);
});

test('in a terminal an exam is marked, searched by map and number, and handed in with yes', async () => {
  const home = makeHome();
  const learner = terminal(['mock-exam', '--bank', examBank(home)], { home, rows: 40 });
  await learner.waitFor(/question 1 of 10 .* min left/);
  learner.press('2');
  await learner.waitFor(/answered 1/);
  learner.press('f', 'n');
  await learner.waitFor(/question 2 of 10/);
  learner.press('/', '7', keys.enter);
  await learner.waitFor(/question 7 of 10/);
  learner.press('m');
  expect(await learner.waitFor(/s a question left/)).toMatch(/1 ●⚑/);
  learner.press(keys.escape);
  await learner.waitFor(/1-\d mark/);
  learner.press('t');
  await learner.waitFor(/clock hidden/);
  learner.press('s');
  await learner.waitFor(/Unanswered +2, 3, 4/);
  learner.press('yes', keys.enter);
  await learner.waitFor(/w wrong \(\d+\) +f flagged \(1\) +a all \(10\)/);
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.output()).toMatch(/Mock exam 1: [01] of 10/);
});

test('past exams are listed, reported and reviewed, and what was missed can be drilled', async () => {
  const home = makeHome();
  const bank = examBank(home);
  await cca(['mock-exam', '--bank', bank], { home, input: 'a\nsubmit\nyes\n' });
  const listed = await cca(['mock-exam', 'list'], { home });
  const id = listed.stdout.match(/^(\S+) {2}Mock exam 1, .*: [01] of 10/)?.[1] as string;
  const report = await cca(['mock-exam', 'report', id, '--json'], { home });
  expect(JSON.parse(report.stdout)).toMatchObject({ session: id, of: 10, needed: 8, isAttempt: true });
  const review = await cca(['mock-exam', 'review', id.slice(0, 5), '--wrong'], { home });
  expect(review.stdout).toMatch(/^Question \d+ of 10: unanswered/m);
  const drill = await cca(['quiz', '--missed', '--from', id, '--bank', bank], { home, input: '' });
  expect(drill.stdout).toMatch(/^Question 1 of (9|10)\./m);
  const unknown = await cca(['mock-exam', 'reveiw'], { home });
  expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean "review"?') });
});

test('an exam runs in JSON lines to the end, and no message holds a key before it is handed in', async () => {
  const home = makeHome();
  const actions = [{ type: 'go', seat: 3 }, { type: 'flag' }, { type: 'submit' }];
  const ran = await cca(['mock-exam', '--json-lines', '--bank', examBank(home)], {
    home,
    input: actions.map(action => `${JSON.stringify(action)}\n`).join(''),
  });
  const messages = ran.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { type: string; exam?: unknown });
  expect(messages.map(({ type }) => type)).toEqual(['hello', 'exam', 'exam', 'exam', 'end']);
  expect(ran.stdout.split('{"type":"end"')[0]).not.toMatch(/It is right|rationale/);
  expect(messages.at(-1)?.exam).toMatchObject({ of: 10, right: 0, passed: false });
});

test('in plain lines an exam takes the words of the one key table, and help lists them', async () => {
  const home = makeHome();
  const input = 'help\nreport the stem is unclear\nguess\ngo\ngo 99\nFLAG\nflag b\nclear\nback\nquit\n';
  const ran = await cca(['mock-exam', '--bank', examBank(home)], { home, input });
  for (const word of ['guess b', 'flag', 'clear', 'next', 'back', 'go 17', 'map', 'time', 'submit', 'quit'])
    expect(ran.stdout).toMatch(new RegExp(`^  ${word}: [a-z].+`, 'm'));
  expect(ran.stdout).toMatch(/Noted\. cca bank reports lists it/);
  expect(ran.stdout).toMatch(/Type the answer behind it, such as: guess b/);
  expect(ran.stdout.match(/There are questions 1 to 10/g)).toHaveLength(2);
  expect(ran.stdout).toMatch(/^Question 10 of 10\./m);
  expect(types(home).slice(-3)).toEqual(['choice-made', 'question-shown', 'session-paused']);
  expect(types(home)).toContain('question-reported');
});
