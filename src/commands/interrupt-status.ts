import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';

/** What stopped us; Ctrl-C in a raw terminal is a key and leaves no reason behind. */
export const interruptStatus = ({ interrupted }: Context): ExitStatus =>
  interrupted.aborted ? (interrupted.reason as ExitStatus) : exitStatus.interrupted;
