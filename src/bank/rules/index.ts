import type { Issue } from '../issue.ts';
import { controlCharacters } from './control-characters.ts';
import { foreignEnemy, unknownEnemy } from './enemies.ts';
import { duplicateId, idForm, unknownObjective } from './identity.ts';
import { kindFlaws } from './kind-flaws.ts';
import type { Checked, Rule } from './types.ts';

/** Every rule a bank is held against, beyond its schema. */
export const rules: readonly Rule[] = [
  duplicateId,
  unknownObjective,
  unknownEnemy,
  foreignEnemy,
  ...kindFlaws,
  idForm,
  controlCharacters,
];

export function applyRules(bank: Checked): Issue[] {
  return rules.flatMap(rule => {
    const issues: Issue[] = [];
    rule.check(bank, ({ file, path }, inner, message) =>
      issues.push(file.issueAt([...path, ...inner], rule.name, message, rule.severity)),
    );
    return issues;
  });
}
