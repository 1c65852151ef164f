import type { Placed } from '../parse.ts';
import type { Rule } from './types.ts';

const largest = 8;

/** Enemies of enemies make one group; a large one leaves a draw little to choose from. */
export const enemyGroup: Rule = {
  name: 'enemy-group',
  severity: 'warning',
  check({ placed }, report) {
    for (const group of groupsOf(placed)) {
      if (group.length <= largest) continue;
      const ids = group.map(({ entry }) => entry.id);
      const widest = group.toSorted((a, b) => b.entry.enemies.length - a.entry.enemies.length)[0] as Placed;
      report(
        widest,
        ['enemies'],
        `is one of ${ids.length} questions that exclude each other, over ${largest}: ${ids.join(', ')}. Reword one until it gives nothing away, and drop it from "enemies".`,
      );
    }
  },
};

/** The connected parts of the graph that enemies make; one side naming the other is enough. */
function groupsOf(placed: readonly Placed[]): Placed[][] {
  const byId = new Map(placed.map(item => [item.entry.id, item]));
  const edges = new Map<string, string[]>();
  const join = (from: string, to: string) => edges.set(from, [...(edges.get(from) ?? []), to]);
  for (const { entry } of placed)
    for (const enemy of entry.enemies) {
      join(entry.id, enemy);
      join(enemy, entry.id);
    }
  const seen = new Set<string>();
  return [...edges.keys()].map(start => {
    const group: Placed[] = [];
    for (const waiting = [start]; waiting.length > 0;) {
      const id = waiting.pop() as string;
      const item = byId.get(id);
      if (seen.has(id) || !item) continue;
      seen.add(id);
      group.push(item);
      waiting.push(...(edges.get(id) ?? []));
    }
    return group;
  });
}
