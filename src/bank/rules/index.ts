import type { Issue } from '../issue.ts';
import { allOrNone } from './all-or-none.ts';
import { controlCharacters } from './control-characters.ts';
import { foreignEnemy, unknownEnemy } from './enemies.ts';
import { enemyGroup } from './enemy-group.ts';
import { exhibitManifest } from './exhibit-manifest.ts';
import { exhibitSyntax } from './exhibit-syntax.ts';
import { duplicateId, idForm, unknownObjective } from './identity.ts';
import { kindFlaws } from './kind-flaws.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { negativeStem } from './negative-stem.ts';
import { optionLengths } from './option-lengths.ts';
import { productSpelling } from './product-spelling.ts';
import { rationaleCopiesKey, rationaleLength } from './rationale.ts';
import { repeatedOption } from './repeated-option.ts';
import { sourceHost } from './source-host.ts';
import { tooManyOptions } from './too-many-options.ts';
import type { Checked, Rule } from './types.ts';

/** What makes a bank one that can be drawn from: errors, and what would confuse a reader of its ids. */
export const integrityRules: readonly Rule[] = [
  duplicateId,
  unknownObjective,
  unknownEnemy,
  foreignEnemy,
  ...kindFlaws,
  idForm,
  controlCharacters,
];

/** What makes a question a good one, as far as a program can see it: warnings, all of them. */
export const craftRules: readonly Rule[] = [
  allOrNone,
  negativeStem,
  optionLengths,
  repeatedOption,
  tooManyOptions,
  nearDuplicate,
  rationaleLength,
  rationaleCopiesKey,
  sourceHost,
  productSpelling,
  enemyGroup,
  exhibitSyntax,
  exhibitManifest,
];

/** Every rule a bank is held against, beyond its schema. */
const rules: readonly Rule[] = [...integrityRules, ...craftRules];

export function applyRules(bank: Checked): Issue[] {
  return rules.flatMap(rule => {
    const issues: Issue[] = [];
    rule.check(bank, ({ file, path }, inner, message) =>
      issues.push(file.issueAt([...path, ...inner], rule.name, message, rule.severity)),
    );
    return issues;
  });
}
