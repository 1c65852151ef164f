/** How a session of a mode behaves. What a mode does differently stands here, not in an `if`. */
export interface Mode {
  /** The name in the journal. */
  readonly name: string;
  /** What the screens call it. */
  readonly title: string;
  /** In turn: each question once, its verdict at once. Freely: any question at any time, verdicts after submission. */
  readonly conduct: 'in-turn' | 'freely';
  /** How often a skipped question comes back at the end. */
  readonly skipsReturn: number;
}

export const modes = {
  quiz: { name: 'quiz', title: 'Quiz', conduct: 'in-turn', skipsReturn: 1 },
  'mock-exam': { name: 'mock-exam', title: 'Mock exam', conduct: 'freely', skipsReturn: 0 },
} as const satisfies Record<string, Mode>;

/** The mode of a name found in a journal; undefined for one that a newer program wrote. */
export const modeNamed = (name: string): Mode | undefined => (modes as Record<string, Mode>)[name];
