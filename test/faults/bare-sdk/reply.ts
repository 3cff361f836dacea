import type { Way } from '../harness/ask.ts'

/** What a caller is left with: a text, or an error. */
export type Reply = { text: string | null | undefined } | { error: unknown }

/** Asks one model of a wall, in one of the two ways. */
export type Caller = (way: Way) => Promise<Reply>

/** The key that every client is given; no error should show it. */
export const canaryKey = 'sk-canary-0123456789abcdef'
