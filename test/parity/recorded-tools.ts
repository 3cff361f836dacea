import { type Tool, tool } from '@ockham/core'
import { z } from 'zod'

/** The tools of `generate/react.py`. */
export const recordedTools: Readonly<Record<string, Tool>> = {
  search: tool({
    name: 'search',
    description: 'Searches the web.',
    input: z.object({ query: z.string(), limit: z.int().default(3) }),
    execute: ({ query, limit }) => Array.from({ length: limit }, (_, at) => `${query} ${at}`),
  }),
  add: tool({
    name: 'add',
    description: 'Adds two numbers.',
    input: z.object({ a: z.number(), b: z.number() }),
    execute: ({ a, b }) => a + b,
  }),
  lookup: tool({
    name: 'lookup',
    description: 'Looks "things" up.\n    On several lines.',
    input: z.object({
      key: z.string(),
      deep: z.boolean().default(false),
      note: z.string().nullable().default(null),
    }),
    execute: ({ key, deep, note }) => ({ key, deep, note }),
  }),
  say: tool({
    name: 'say',
    input: z.object({ text: z.string() }),
    execute: ({ text }) => text,
  }),
  nothing: tool({ name: 'nothing', description: 'Does nothing.', execute: () => null }),
}
