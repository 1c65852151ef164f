import { beforeAll, describe, expect, test } from 'vitest';
import { scanBank, bankFiles } from '../../src/store/bank-files.ts';
import { compileBank } from '../../src/bank/compile.ts';
import type { Blueprint } from '../../src/bank/blueprint.ts';
import { kindNames } from '../../src/question/kinds/index.ts';
import { grade, keyOf, refuse } from '../../src/question/shapes/index.ts';
import { expand } from '../../src/question/pattern.ts';
import { isQuestion, type BankEntry, type Question } from '../../src/question/types.ts';
import { cca, shippedBank } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';

describe('the bank that ships', () => {
  let blueprint: Blueprint;
  let entries: readonly BankEntry[];
  let questions: readonly Question[];
  beforeAll(() => {
    const { content, issues } = compileBank(bankFiles(shippedBank, scanBank(shippedBank)));
    if (!content)
      throw new Error(issues.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
    ({ blueprint, entries } = content);
    questions = entries.filter(isQuestion);
  });
  /** The ids of the questions that a flaw is found in. */
  const flawed = (isFlawed: (question: Question) => boolean) =>
    questions.filter(isFlawed).map(({ id }) => id);

  test('has no errors, and the program asks from it', async () => {
    const home = makeHome();
    const check = await cca(['bank', 'check', shippedBank], { home });
    expect(check.stdout).toMatch(/^0 errors, 0 warnings\.$/m);
    expect(check.status).toBe(0);
    const quiz = await cca(['quiz', '--dry', '--seed', 'shipped'], { home });
    expect(quiz).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Question 1 of 10\./m),
    });
  });

  test('follows the blueprint of the exam: eight domains whose weights add up to a hundred', () => {
    expect(blueprint).toMatchObject({
      questions: 60,
      minutes: 90,
      passMark: 75,
      examKinds: ['single', 'multiple'],
    });
    expect(blueprint.domains.map(({ slug }) => slug).sort()).toEqual([
      'architecture',
      'bgp-and-external-networking',
      'cluster-mesh',
      'ebpf',
      'installation-and-configuration',
      'network-observability',
      'network-policy',
      'service-mesh',
    ]);
    expect(blueprint.domains.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  /** What an exam draws, what only practice asks, and cards. */
  const examQuestions = () => questions.filter(({ kind }) => blueprint.examKinds.includes(kind));
  const share = (part: readonly unknown[], of: readonly unknown[]) => part.length / of.length;

  test.each([
    ['architecture', 100],
    ['network-policy', 92],
    ['service-mesh', 84],
    ['network-observability', 52],
    ['installation-and-configuration', 52],
    ['cluster-mesh', 52],
    ['ebpf', 52],
    ['bgp-and-external-networking', 34],
  ])('has enough exam questions on %s for eight exams: at least %i, of mixed difficulty', (slug, least) => {
    const own = examQuestions().filter(({ domain }) => domain === slug);
    expect(own.length).toBeGreaterThanOrEqual(least);
    for (const [difficulty, wanted] of [
      ['easy', 0.3],
      ['medium', 0.5],
      ['hard', 0.2],
    ] as const) {
      const found = share(
        own.filter(question => question.difficulty === difficulty),
        own,
      );
      expect(Math.abs(found - wanted), `${difficulty} ${found}`).toBeLessThanOrEqual(0.06);
    }
  });

  test('has at least twelve exam questions on each of the 27 objectives', () => {
    const objectives = blueprint.domains.flatMap(domain => domain.objectives);
    expect(objectives).toHaveLength(27);
    for (const { slug } of objectives)
      expect(
        examQuestions().filter(({ objective }) => objective === slug).length,
        slug,
      ).toBeGreaterThanOrEqual(12);
  });

  test('has 96 questions for practice in every other kind, and 160 cards', () => {
    const practice = questions.filter(({ kind }) => !blueprint.examKinds.includes(kind));
    expect(practice.length).toBeGreaterThanOrEqual(96);
    for (const kind of kindNames.filter(name => !blueprint.examKinds.includes(name)))
      expect(practice.filter(question => question.kind === kind).length, kind).toBeGreaterThanOrEqual(12);
    expect(entries.length - questions.length).toBeGreaterThanOrEqual(160);
  });

  test('shows an exhibit with every third exam question, and with half of those on Network Policy', () => {
    const shown = (asked: readonly Question[]) =>
      share(
        asked.filter(({ exhibits }) => exhibits.length > 0),
        asked,
      );
    expect(shown(examQuestions())).toBeGreaterThanOrEqual(1 / 3);
    expect(shown(examQuestions().filter(({ domain }) => domain === 'network-policy'))).toBeGreaterThanOrEqual(
      0.5,
    );
  });

  test('fills eight exams in a row without a repeat', async () => {
    const home = makeHome();
    const input = ['{"type":"submit"}', ''].join('\n');
    for (let sat = 0; sat < 8; sat++)
      expect((await cca(['mock-exam', '--json-lines'], { home, input })).status).toBe(0);
    const seats = home
      .events()
      .flatMap(event =>
        event.type === 'session-started' ? event.seats.map(({ question }) => question) : [],
      );
    expect(seats).toHaveLength(480);
    expect(new Set(seats).size).toBe(480);
  });

  test('names only sources on the hosts that the blueprint allows', () => {
    const strange = entries.flatMap(({ id, sources }) =>
      sources
        .filter(({ url }) => !blueprint.sourceHosts.includes(new URL(url).host))
        .map(({ url }) => `${id} ${url}`),
    );
    expect(strange).toEqual([]);
  });

  test('grades every key as right, and refuses none', () => {
    expect(flawed(({ response }) => refuse(response, keyOf(response)) !== undefined)).toEqual([]);
    expect(flawed(({ response }) => !grade(response, keyOf(response)).correct)).toEqual([]);
  });

  test('takes every spelling that a fill-in question allows, and none of its mistakes', () => {
    const spellings = (response: Question['response'], which: 'answers' | 'mistakes') =>
      response.shape !== 'text'
        ? []
        : (which === 'answers' ? response.answers : response.mistakes.map(({ text }) => text)).flatMap(
            expand,
          );
    for (const [which, correct] of [
      ['answers', true],
      ['mistakes', false],
    ] as const)
      expect(
        flawed(({ response }) =>
          spellings(response, which).some(
            text => grade(response, { text: text.replaceAll('<any>', 'word') }).correct !== correct,
          ),
        ),
      ).toEqual([]);
  });

  test('grades every single wrong option as wrong', () => {
    const wrong = (question: Question) => {
      const { response } = question;
      return (
        response.shape === 'one' &&
        response.options.some(({ id, key }) => grade(response, { ids: [id] }).correct !== key)
      );
    };
    expect(flawed(wrong)).toEqual([]);
  });

  test('gives no key away by ids, which programs see before the answer', () => {
    const gives = ({ response }: Question) =>
      response.shape === 'pairs'
        ? response.pairs.some(([left, right]) => left === right)
        : response.shape === 'order' &&
          response.items.every(({ id }, index) => index === 0 || (response.items[index - 1]?.id ?? '') < id);
    expect(flawed(gives)).toEqual([]);
  });
});
