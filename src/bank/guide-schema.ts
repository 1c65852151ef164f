import * as z from 'zod';
import { itemKinds } from './guide.ts';
import { prose, slug } from './schema.ts';

const address = z.url({
  protocol: /^https?$/,
  error: 'Write an address that begins with https:// or http://',
});

const whenFound = 'Write the day it was last found there, such as 2026-11-21, or false';
const found = z.iso.date({ error: whenFound });

const item = z.strictObject({
  id: slug.describe('Unique in the guide, never reused'),
  kind: z.enum(itemKinds),
  title: prose.describe('What it is called'),
  url: address,
  note: prose.optional().describe('What to look for in it, in your own words'),
  minutes: z.int().min(1).optional().describe('How long it takes'),
  checked: z
    .union([found, z.literal(false)], { error: whenFound })
    .describe('The day somebody last found it at its address, or false when nobody could'),
});

/** The schema of `guide.yaml`: its types, its validation, and the JSON Schema that editors complete from. */
export const guideSchema = z.strictObject({
  sources: z
    .array(z.strictObject({ title: prose, url: address, licence: prose.optional() }))
    .min(1)
    .describe('Where the titles and addresses were collected'),
  items: z.array(item).min(1),
  objectives: z
    .array(
      z.strictObject({
        objective: slug,
        items: z.array(slug).min(1).describe('Ids of items, in reading order'),
      }),
    )
    .min(1),
});

export type WrittenGuide = z.infer<typeof guideSchema>;

/** The JSON Schema of `guide.yaml`, for editors. */
export const guideJsonSchema = (): object => ({
  title: 'The reading guide of an exam',
  ...z.toJSONSchema(guideSchema),
});
