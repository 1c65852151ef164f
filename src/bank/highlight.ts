import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { Exhibit } from '../question/types.ts';

const lowlight = createLowlight({ bash, c, go, ini, json, yaml });

type Run = readonly [string, string];
type Node = { type: string; value?: string; children?: Node[]; properties?: { className?: unknown } };

/**
 * An exhibit with its colouring: per line, runs of `[class, text]` that join to the line. Done once, when a bank is
 * compiled, since loading a highlighter costs more than showing a question.
 */
export function highlight(exhibit: Exhibit): Exhibit {
  if (!lowlight.registered(exhibit.language)) return exhibit;
  const runs: Run[][] = [[]];
  walk(lowlight.highlight(exhibit.language, exhibit.text.replace(/\n$/, '')) as Node, '', (name, text) => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) runs.push([]);
      if (part !== '') runs.at(-1)?.push([name, part]);
    });
  });
  return { ...exhibit, runs };
}

function walk(node: Node, name: string, found: (name: string, text: string) => void): void {
  if (node.type === 'text') return found(name, node.value ?? '');
  const classes = node.properties?.className;
  const inner = Array.isArray(classes) ? String(classes[0]).replace('hljs-', '') : name;
  for (const child of node.children ?? []) walk(child, inner, found);
}
