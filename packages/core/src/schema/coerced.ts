/** A value that satisfies its type, or why there is none. */
export type Coerced = { ok: true; value: unknown } | { ok: false; reason: string }
