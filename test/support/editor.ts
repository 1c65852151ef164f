import * as z from 'zod';
import { readYaml } from '../../src/bank/yaml-file.ts';

/** Whether an editor that goes by the published JSON Schema accepts a file. */
export function editorAccepts(schema: object, text: string): boolean {
  const validator = z.fromJSONSchema(JSON.parse(JSON.stringify(schema)) as z.core.JSONSchema.JSONSchema);
  return validator.safeParse(readYaml('file.yaml', text).value).success;
}
