/** What `cca` leaves behind for the shell. The README lists them; nothing else is ever used. */
export const exitStatus = {
  done: 0,
  checkFailed: 1,
  usage: 2,
  bank: 3,
  storage: 4,
  ours: 70,
  hangup: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** A failure whose message is written for the learner: what happened, where, and what to do. */
export abstract class ToldError extends Error {
  abstract readonly status: ExitStatus;
}

/** The command line asks for something that cannot be. Nothing was written. */
export class UsageError extends ToldError {
  readonly status = exitStatus.usage;
}

/** A bank or another input file has errors; the message lists every one with its place. */
export class BankError extends ToldError {
  readonly status = exitStatus.bank;
}

/** Disk, permission or a newer journal format: history could not be read or saved. */
export class StorageError extends ToldError {
  readonly status = exitStatus.storage;
}
