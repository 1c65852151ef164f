import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { gapsIn, traces, type Traced } from '../events/gaps.ts';
import { counted } from '../counted.ts';
import { foldHistory, journalFiles } from '../store/history.ts';
import { isKept } from '../store/kept.ts';
import { idOf, readRawLines } from '../store/raw-lines.ts';
import { localMoment } from './local-moment.ts';

/** `cca history check`: what is there, and what is wrong with it. Exit 1 when something is. */
export async function historyCheck(context: Context): Promise<ExitStatus> {
  const { state, findings } = foldHistory(traces, context.paths, { keeps: false });
  const files = journalFiles(context.paths).map(file => ({ ...file, lines: readRawLines(file.path) }));
  const faults = [
    ...findings.unreadable.map(place => `${place}: this line cannot be read. It is left in place.`),
    ...files.flatMap(({ lines }) =>
      lines
        .filter(({ line }) => line.state === 'newer')
        .map(({ place }) => `${place}: a newer cca wrote this line. Update cca.`),
    ),
    ...files.flatMap(({ path, lines }) =>
      isSorted(lines.map(idOf)) ? [] : [`${path}: its lines are out of order.`],
    ),
    ...gapsIn(state, name => isKept(context.paths, name)),
  ];
  context.print(
    ...(files.length === 0 ? ['No history yet. Begin with: cca quiz'] : counts(state, context)),
    ...files.map(({ path, lines }) => `${path}: ${counted(lines.length, 'line')}`),
    ...faults,
    `${counted(faults.length, 'fault')}.`,
  );
  return faults.length > 0 ? exitStatus.checkFailed : exitStatus.done;
}

function counts({ sessions, answers, grades, first, last, forgotten }: Traced, context: Context): string[] {
  const day = (time: string) => localMoment(time, context.clock).slice(0, 10);
  return [
    `${[counted(Object.keys(sessions).length, 'session'), counted(answers, 'answer'), ...(grades > 0 ? [counted(grades, 'card grade')] : [])].join(', ')}${first && last ? `, ${day(first)} to ${day(last)}` : ''}`,
    ...(forgotten === undefined ? [] : [`What was before ${day(forgotten)} is forgotten.`]),
  ];
}

function isSorted(ids: readonly (string | undefined)[]): boolean {
  const known = ids.filter(id => id !== undefined);
  return known.every((id, index) => index === 0 || (known[index - 1] as string) <= id);
}
