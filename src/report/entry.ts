import { keyOf } from '../question/shapes/index.ts';
import { isQuestion, type BankEntry, type Card, type Question, type Response } from '../question/types.ts';

/** An entry as other programs read it: `cca bank export`. */
export interface ExportedEntry {
  readonly id: string;
  readonly revision: number;
  readonly domain: string;
  readonly objective: string;
  readonly kind: string;
  readonly difficulty: string | null;
  readonly stem: string;
  readonly exhibits: readonly {
    readonly language: string;
    readonly title?: string | undefined;
    readonly text: string;
  }[];
  readonly options: readonly ExportedOption[];
  readonly rationale: string;
  readonly sources: Question['sources'];
  readonly versions: Question['versions'];
  readonly tags: readonly string[];
}

interface ExportedOption {
  readonly id: string;
  readonly text: string;
  readonly key: boolean;
  readonly why: string | null;
}

/** A card's front stands as its stem, its back as the one key. */
export const exportEntry = (entry: BankEntry): ExportedEntry =>
  isQuestion(entry) ? exportQuestion(entry) : exportCard(entry);

function exportQuestion(question: Question): ExportedEntry {
  const { id, revision, domain, objective, kind, difficulty, stem, rationale, sources, versions, tags } =
    question;
  const exhibits = question.exhibits.map(({ language, title, text }) => ({
    language,
    ...(title !== undefined && { title }),
    text,
  }));
  return {
    id,
    revision,
    domain,
    objective,
    kind,
    difficulty,
    stem,
    exhibits,
    options: optionsOf(question.response),
    rationale,
    sources,
    versions,
    tags,
  };
}

function exportCard({
  id,
  revision,
  domain,
  objective,
  kind,
  front,
  back,
  when,
  sources,
  versions,
  tags,
}: Card): ExportedEntry {
  const options = [{ id: 'back', text: back, key: true, why: when ?? null }];
  return {
    id,
    revision,
    domain,
    objective,
    kind,
    difficulty: null,
    stem: front,
    exhibits: [],
    options,
    rationale: '',
    sources,
    versions,
    tags,
  };
}

/** Choices as they are; the answers of a typed question; the items in order; each pair as `left = right`. */
function optionsOf(response: Response): ExportedOption[] {
  switch (response.shape) {
    case 'one':
    case 'several':
      return response.options.map(({ id, text, key, why }) => ({ id, text, key, why }));
    case 'text':
      return [
        ...response.answers.map((text, index) => ({
          id: `answer-${index + 1}`,
          text,
          key: true,
          why: response.why,
        })),
        ...response.mistakes.map(({ id, text, why }) => ({ id, text, key: false, why: why ?? null })),
      ];
    case 'order':
      return response.items.map(({ id, text, why }) => ({ id, text, key: true, why: why ?? null }));
    case 'pairs': {
      const matched = new Map(response.pairs.map(([left, right]) => [right, left]));
      return response.right.map(({ id, text, why }) => {
        const left = response.left.find(item => item.id === matched.get(id));
        return {
          id: left?.id ?? id,
          text: left ? `${left.text} = ${text}` : text,
          key: left !== undefined,
          why: (left ?? { why }).why ?? null,
        };
      });
    }
  }
}

/** An entry in full, its key included, as lines for a terminal or a pipe. */
export function entryLines(entry: BankEntry): string[] {
  const { id, domain, objective, kind, difficulty, stem, exhibits, options, rationale, sources, versions } =
    exportEntry(entry);
  const key = isQuestion(entry) ? keyOf(entry.response) : undefined;
  return [
    id,
    [domain, objective, kind, difficulty, `revision ${entry.revision}`].filter(Boolean).join(', '),
    `${entry.place.file}:${entry.place.line}`,
    '',
    stem,
    ...exhibits.flatMap(({ title, language, text }) => [
      '',
      `${title ?? language}:`,
      ...text
        .trimEnd()
        .split('\n')
        .map(line => `    ${line}`),
    ]),
    '',
    ...options.flatMap(option => [
      `  ${option.key ? '[key]' : '     '} ${option.text}`,
      ...(option.why === null ? [] : [`          ${option.why}`]),
    ]),
    ...(key && 'text' in key ? ['', `Key: ${key.text}`] : []),
    ...(rationale === '' ? [] : ['', `Why: ${rationale}`]),
    '',
    ...sources.map(({ url, section, checked }) => `Read: ${url} (${section}; checked ${checked})`),
    `Holds for versions from ${versions.from}${versions.to === undefined ? '' : ` to ${versions.to}`}`,
  ];
}
