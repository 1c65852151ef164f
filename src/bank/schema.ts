import * as z from 'zod';
import { kindNames, kinds, markedKinds } from '../question/kinds/index.ts';
import { difficulties, type QuestionKind } from '../question/types.ts';

/*
 * The one schema of bank files. It gives the types of what is written, the validation, and the JSON Schemas that editors
 * complete from.
 */

export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const day = z.iso.date({ error: 'Write a day such as 2026-11-21' });
export const prose = z.string().min(1);
const asVersion = 'Write a quoted version such as "1.16"';
const version = z.string({ error: asVersion }).regex(/^\d+(?:\.\d+)*$/, asVersion);

const source = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'Write an address that begins with https:// or http://' }),
  section: prose.describe('The heading under which the fact stands'),
  checked: day.describe('The day somebody last read it there'),
});

const exhibit = z.strictObject({
  language: z.enum(['yaml', 'json', 'bash', 'console', 'text', 'c', 'go', 'ini']),
  title: prose.optional().describe('A file name or the command that printed it'),
  text: prose,
});

const everyEntry = {
  id: slug.describe('<domain>-<topic>-<slug>; unique, never reused'),
  revision: z.int().min(1).describe('Raised when the meaning changes'),
  objective: slug,
  sources: z.array(source).min(1),
  versions: z
    .strictObject({ from: version, to: version.optional() })
    .describe('The product versions it holds for'),
  tags: z.array(slug).optional(),
  enemies: z
    .array(slug)
    .optional()
    .describe('Ids in the same domain that give the answer away; one side is enough'),
};

const everyQuestion = {
  ...everyEntry,
  difficulty: z.enum(difficulties),
  stem: prose,
  exhibits: z.array(exhibit).optional(),
  rationale: prose.describe('The reason that teaches'),
};

const card = z.strictObject({
  ...everyEntry,
  kind: z.literal('card'),
  front: prose.describe('The term'),
  back: prose.describe('Its meaning'),
  when: prose.optional().describe('When it matters'),
});

const questionOf = (name: string) =>
  z.strictObject({
    ...everyQuestion,
    kind: z.literal(name),
    ...(kinds as Record<string, QuestionKind>)[name]?.fields(z),
  });

/** The schema of each entry by its kind; `kind` decides which one an entry is held against. */
export const entrySchemas: Readonly<Record<string, z.ZodObject>> = {
  ...Object.fromEntries(kindNames.map(name => [name, questionOf(name)])),
  card,
};

export type WrittenQuestion = z.infer<z.ZodObject<typeof everyQuestion & { kind: z.ZodString }>> &
  Record<string, unknown>;
export type WrittenCard = z.infer<typeof card>;

const flagSynonyms = z.strictObject({
  flags: z.array(z.string().regex(/^--?[a-zA-Z]/)).min(1),
  value: z.boolean().optional().describe('The next word belongs to the flag'),
});

export const blueprintSchema = z.strictObject({
  id: slug,
  title: prose,
  questions: z.int().min(1),
  minutes: z.number().positive(),
  'pass-mark': z.number().min(1).max(100).describe('Percent'),
  'exam-kinds': z.array(z.enum(markedKinds)).min(1).describe('The kinds a mock exam draws'),
  'tie-rule': z
    .literal('heavier-then-listed')
    .describe('Who gets a seat when remainders tie: the heavier domain, then the one listed first'),
  'source-hosts': z.array(prose).min(1),
  spellings: z.array(prose).optional().describe('Product names as they are written in prose'),
  resources: z
    .array(z.strictObject({ kind: prose, versions: z.array(prose).min(1), spec: z.array(prose).optional() }))
    .optional()
    .describe('Kinds of manifest in exhibits, with their apiVersions and the fields of their spec'),
  flags: z.array(z.strictObject({ command: prose, synonyms: z.array(flagSynonyms) })).optional(),
  sources: z.array(source).min(1),
  domains: z
    .array(
      z.strictObject({
        slug,
        title: prose,
        weight: z.number().positive().describe('Percent of the exam'),
        objectives: z.array(z.strictObject({ slug, title: prose })).min(1),
      }),
    )
    .min(1),
});

export type WrittenBlueprint = z.infer<typeof blueprintSchema>;

/** JSON Schemas of a topic file and of `exam.yaml`, for editors. */
export function jsonSchemas(): { topic: object; blueprint: object } {
  const entries = Object.values(entrySchemas);
  const union = z.discriminatedUnion('kind', entries as [z.ZodObject, ...z.ZodObject[]]);
  return {
    topic: {
      title: 'Questions of one topic',
      ...z.toJSONSchema(z.strictObject({ questions: z.array(union) })),
    },
    blueprint: { title: 'The blueprint of an exam', ...z.toJSONSchema(blueprintSchema) },
  };
}
