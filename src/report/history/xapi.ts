import type { Event, QuestionAnswered, SessionFinished, SessionStarted } from '../../events/events.ts';
import { kinds } from '../../question/kinds/index.ts';
import type { Answer, QuestionKind } from '../../question/types.ts';
import { uuidOf } from '../../rng.ts';

/*
 * Statements of the Experience API (IEEE 9274.1.1, xAPI 1.0.3), which learning record stores take in. Ids are made from
 * those of the events: the same history exported twice is stored once.
 */

const verbs = {
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
} as const;

/** Who the statements are about: an e-mail address, or the name of an account. */
export interface Actor {
  readonly email?: string;
  readonly name: string;
}

/** Every answer, and every session that was finished, as statements in order. */
export function xapiStatements(events: readonly Event[], actor: Actor): object[] {
  const sessions = new Map(
    events.flatMap(event => (event.type === 'session-started' ? [[event.session, event] as const] : [])),
  );
  const agent = actorOf(actor);
  return events.flatMap(event => {
    if (event.type === 'question-answered') return [{ actor: agent, ...answered(event) }];
    const session = event.type === 'session-finished' ? sessions.get(event.session) : undefined;
    return event.type === 'session-finished' && session
      ? [{ actor: agent, ...finished(event, session) }]
      : [];
  });
}

const actorOf = ({ email, name }: Actor) =>
  email === undefined
    ? { objectType: 'Agent', account: { homePage: 'https://www.npmjs.com/package/cca-study', name } }
    : { objectType: 'Agent', mbox: `mailto:${email}` };

function answered(event: QuestionAnswered & Event): object {
  const { id, time, bank, question, kind, answer, correct, ms, session, mode } = event;
  const extension = (name: string) => `urn:cca:extension:${name}`;
  return {
    id: uuidOf(id),
    timestamp: time,
    verb: verb('answered'),
    object: {
      id: `urn:cca:${bank}:question:${question}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: (kinds as Record<string, QuestionKind>)[kind]?.interaction ?? 'other',
        name: { en: question },
      },
    },
    result: { success: correct, response: responseOf(answer), duration: `PT${(ms / 1000).toFixed(2)}S` },
    context: {
      registration: uuidOf(session),
      contextActivities: { parent: [{ id: `urn:cca:${bank}:${mode}` }] },
      extensions: {
        [extension('domain')]: event.domain,
        [extension('objective')]: event.objective,
        [extension('difficulty')]: event.difficulty,
        [extension('revision')]: event.revision,
        [extension('guess')]: event.guess,
        [extension('first')]: event.first,
      },
    },
  };
}

function finished(event: SessionFinished & Event, session: SessionStarted): object {
  const { right, of } = event;
  const scaled = of > 0 ? right / of : 0;
  const { form } = session;
  const outcome = !form ? 'completed' : 100 * scaled >= form.passMark ? 'passed' : 'failed';
  return {
    id: uuidOf(event.id),
    timestamp: event.time,
    verb: verb(outcome),
    object: { id: `urn:cca:${session.bank}:${session.mode}`, definition: { name: { en: session.title } } },
    result: {
      score: { raw: right, min: 0, max: of, scaled: Number(scaled.toFixed(4)) },
      completion: event.answered === of,
      ...(form && { success: outcome === 'passed' }),
    },
    context: { registration: uuidOf(event.session) },
  };
}

const verb = (name: keyof typeof verbs) => ({ id: verbs[name], display: { en: name } });

/** An answer as xAPI writes responses: parts joined by `[,]`, the two sides of a match by `[.]`. */
function responseOf(answer: Answer): string {
  if ('text' in answer) return answer.text;
  return 'ids' in answer
    ? answer.ids.join('[,]')
    : answer.pairs.map(([left, right]) => `${left}[.]${right}`).join('[,]');
}
