import { crammed } from '../schedule/schedule.ts';

/** How a session of a mode behaves. What a mode does differently stands here, not in an `if`. */
export interface Mode {
  /** The name in the journal. */
  readonly name: string;
  /** What the screens call it. */
  readonly title: string;
  /** In turn: each question once, its verdict at once. Freely: any question at any time, verdicts after submission. By recall: cards,
   * graded by the learner. */
  readonly conduct: 'in-turn' | 'freely' | 'by-recall';
  /** How often a skipped question comes back at the end. */
  readonly skipsReturn: number;
  /** Whether one that was left can be gone on with. Flashcards cannot: what is due is drawn anew. */
  readonly resumes: boolean;
  /** Whether what is answered or graded decides when it comes back. */
  readonly isScheduled: boolean;
}

export const modes = {
  quiz: { name: 'quiz', title: 'Quiz', conduct: 'in-turn', skipsReturn: 1, resumes: true, isScheduled: true },
  'mock-exam': {
    name: 'mock-exam',
    title: 'Mock exam',
    conduct: 'freely',
    skipsReturn: 0,
    resumes: true,
    isScheduled: true,
  },
  flashcards: {
    name: 'flashcards',
    title: 'Flashcards',
    conduct: 'by-recall',
    skipsReturn: 0,
    resumes: false,
    isScheduled: true,
  },
  cram: {
    name: crammed,
    title: 'Cramming',
    conduct: 'by-recall',
    skipsReturn: 0,
    resumes: false,
    isScheduled: false,
  },
} as const satisfies Record<string, Mode>;

/** The mode of a name found in a journal; undefined for one that a newer program wrote. */
export const modeNamed = (name: string): Mode | undefined => (modes as Record<string, Mode>)[name];
