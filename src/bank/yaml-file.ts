import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import type * as z from 'zod';
import { nearest } from '../nearest.ts';
import type { Issue } from './issue.ts';

export type Path = readonly (string | number)[];

/** A YAML file of a bank, as a value that can say where in the file each part stands. */
export interface YamlFile {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** An issue at a path of the value; `onKey` points at the key instead of what it holds. */
  issueAt(path: Path, rule: string, message: string, severity?: Issue['severity'], onKey?: boolean): Issue;
  /** The line, from 1, at which an item of a list at the top of the file begins. */
  lineOf(list: string, index: number): number;
}

/**
 * Parses one file of a bank. Never throws on bad text: what is wrong is in `issues`, and `value` is undefined then.
 * Aliases are refused, since a few nested ones can stand for billions of entries.
 */
export function readYaml(file: string, text: string): YamlFile {
  const deep = tooDeep(text);
  const safe = deep === undefined ? text : '';
  const lines = new LineCounter();
  const doc = parseTree(safe, lines);
  const issue = issuesIn(file, lines);
  const issues = doc.errors.map(error => issue(error.pos[0], 'yaml', yamlFault(error)));
  if (deep !== undefined)
    issues.push({
      severity: 'error',
      rule: 'yaml-depth',
      file,
      line: deep,
      column: 1,
      message: `is nested more than ${deepest} levels deep. A question needs six; write it flatter.`,
    });
  const value = valueOf(doc.contents, (offset, rule, message) => {
    // One alias tells of all: a few nested ones are a great many.
    const isTold = rule === 'yaml-alias' && issues.some(told => told.rule === rule);
    if (!isTold) issues.push(issue(offset, rule, message));
  });
  const starts = listStarts(doc);
  // A tree takes many times its text and few files have an issue, so it is not kept but grown again for the first one.
  let tree: Document | undefined;
  return {
    value: issues.length > 0 ? undefined : value,
    issues,
    issueAt: (path, rule, message, severity, onKey = false) =>
      issue(findOffset((tree ??= parseTree(safe)), path, onKey), rule, message, severity),
    lineOf: (list, index) => Math.max(lines.linePos(starts.get(list)?.[index] ?? 0).line, 1),
  };
}

const parseTree = (text: string, lineCounter?: LineCounter): Document =>
  parseDocument(text, {
    ...(lineCounter && { lineCounter }),
    prettyErrors: false,
    stringKeys: true,
    // The reader compares every key with every other; a set below is enough.
    uniqueKeys: false,
  }) as Document;

/** Makes issues of a file, at an offset of its text. */
const issuesIn =
  (file: string, lines: LineCounter) =>
  (offset: number, rule: string, message: string, severity: Issue['severity'] = 'error'): Issue => {
    const { line, col } = lines.linePos(offset);
    return { severity, rule, file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };

/**
 * What a node stands for, in one walk that also finds keys written twice and aliases. The package's own walks, one to look
 * and one to convert, take twice as long.
 */
function valueOf(node: unknown, fault: (offset: number, rule: string, message: string) => void): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(item => valueOf(item, fault));
  if (isAlias(node))
    fault(
      node.range?.[0] ?? 0,
      'yaml-alias',
      'aliases and anchors are not read in a bank. Write the text out.',
    );
  if (!isMap(node)) return null;
  const value: Record<string, unknown> = {};
  for (const { key, value: inner } of node.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (Object.hasOwn(value, name))
      fault(key.range?.[0] ?? 0, 'yaml', `"${name}" is written twice here. Remove one.`);
    const read = valueOf(inner, fault);
    if (name === '__proto__') defineOwn(value, name, read);
    else value[name] = read;
  }
  return value;
}

/** Assigned, `__proto__` would change the object instead of standing in it. */
const defineOwn = (object: object, name: string, value: unknown) =>
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });

/** Where the items of each list at the top of a file begin. */
function listStarts({ contents }: Document): Map<string, number[]> {
  const pairs = isMap(contents) ? contents.items : [];
  return new Map(
    pairs.flatMap(({ key, value }) =>
      isScalar(key) && isSeq(value)
        ? [[String(key.value), value.items.map(item => (item as Node | null)?.range?.[0] ?? 0)]]
        : [],
    ),
  );
}

/** The documents of a text within a file as values, all scalars as words, or why it is no YAML. It may hold several. */
export function documentsIn(
  text: string,
): { readonly values: readonly unknown[] } | { readonly fault: string } {
  if (tooDeep(text) !== undefined) return { fault: `it is nested more than ${deepest} levels deep` };
  const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, schema: 'failsafe' });
  const faults = documents.flatMap(({ errors }) =>
    errors.map(({ message }) => lowerFirst(firstLine(message))),
  );
  const values = [...documents].map(({ contents }) =>
    valueOf(contents, (_, rule, message) => {
      if (rule === 'yaml') faults.push(lowerFirst(firstLine(message)));
    }),
  );
  return faults[0] === undefined ? { values } : { fault: faults[0] };
}

/** Deeper than this nobody writes, and the reader would run out of stack. */
const deepest = 50;

/** The first line that is nested too deep, by its brackets, its indentation or the dashes it begins with; from 1. */
function tooDeep(text: string): number | undefined {
  let brackets = 0;
  const levels: number[] = [];
  const found = text.split('\n').findIndex(line => {
    const start = line.search(/\S/);
    if (start < 0) return false;
    while ((levels.at(-1) ?? -1) >= start) levels.pop();
    levels.push(start);
    for (const sign of line.match(/[[\]{}]/g) ?? []) {
      if (sign === '[' || sign === '{') brackets++;
      else if (sign === ']' || sign === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > deepest) return true;
    }
    const dashes = line.match(/^\s*((?:[-?] )+)/)?.[1]?.length ?? 0;
    return levels.length > deepest || dashes / 2 > deepest;
  });
  return found < 0 ? undefined : found + 1;
}

/** What the YAML reader says, without the names of its functions. */
function yamlFault({ code, message }: { code: string; message: string }): string {
  if (code === 'MULTIPLE_DOCS')
    return 'a file of a bank holds one YAML document. Remove the "---" here, or split the file.';
  return `${firstLine(message)}. Mend the YAML here or just above.`;
}

/** Where the value at a path begins, or the nearest part above it that exists. */
function findOffset(doc: Document, path: Path, onKey: boolean): number {
  if (onKey) {
    const parent = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents;
    const pair =
      isMap(parent) && parent.items.find(item => isScalar(item.key) && item.key.value === path.at(-1));
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let length = path.length; length > 0; length--) {
    const node = doc.getIn(path.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node && !isAlias(node))
      return (node.range as number[] | null)?.[0] ?? 0;
  }
  return 0;
}

const firstLine = (message: string) => (message.split('\n')[0] as string).replace(/[.:]$/, '');

/** Holds a value against a schema; what does not fit becomes issues that say what to write instead. */
export function schemaIssues(file: YamlFile, at: Path, schema: z.ZodObject, value: unknown): Issue[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap(found => {
    const path = [...at, ...(found.path as (string | number)[])];
    if (found.code === 'unrecognized_keys')
      return found.keys.map(key => unknownField(file, path, key, schema, found.path as Path));
    if (found.path.length === 0 && found.code === 'invalid_type')
      return [
        file.issueAt(
          at,
          'wrong-value',
          `is a map of fields: ${Object.keys(schema.shape).join(', ')}. Begin it with "id:".`,
        ),
      ];
    const missing =
      (found.code === 'invalid_type' || found.code === 'invalid_value') &&
      read(value, found.path as Path) === undefined;
    if (missing) {
      const name = String(path.at(-1));
      return [
        file.issueAt(
          path.slice(0, -1),
          'missing-field',
          `"${name}" is missing. ${wanted(schema, found.path as Path, name)}`,
        ),
      ];
    }
    return [file.issueAt(path, 'wrong-value', `${where(path)}${lowerFirst(found.message)}.`)];
  });
}

function unknownField(file: YamlFile, path: Path, key: string, schema: z.ZodObject, inner: Path): Issue {
  const known = fieldsAt(schema, inner);
  const near = nearest(key, known);
  const hint = near
    ? `Did you mean "${near}"?`
    : known.length > 0
      ? `The fields are: ${known.join(', ')}.`
      : 'Remove it.';
  return file.issueAt(
    [...path, key],
    'unknown-field',
    `"${key}" is not a field here. ${hint}`,
    'error',
    true,
  );
}

/** The fields a schema knows at a path within it. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  const inner = unwrapped(schema);
  const [key, ...rest] = path;
  if (key === undefined) return 'shape' in inner ? Object.keys(inner.shape as object) : [];
  if (typeof key === 'number') return 'element' in inner ? fieldsAt(inner.element as z.ZodType, rest) : [];
  const field = 'shape' in inner ? (inner.shape as Record<string, z.ZodType>)[key] : undefined;
  return field ? fieldsAt(field, rest) : [];
}

/** What an optional or defaulted schema wraps. Its type does not follow from what `in` has shown, so it is said. */
const unwrapped = (schema: z.ZodType): z.ZodType =>
  'unwrap' in schema && !('element' in schema)
    ? (schema as unknown as z.ZodOptional<z.ZodType>).unwrap()
    : schema;

function wanted(schema: z.ZodObject, inner: Path, name: string): string {
  const field = inner.length === 1 ? (schema.shape[name] as z.ZodType | undefined) : undefined;
  return field?.description
    ? `Write "${name}:" (${lowerFirst(field.description)}).`
    : `Write "${name}:" here.`;
}

const read = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

const where = (path: Path) => {
  const name = path.findLast(part => typeof part === 'string');
  return name === undefined ? '' : `"${name}": `;
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
