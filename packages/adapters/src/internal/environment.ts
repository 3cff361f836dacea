/** Variables by name; `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The first of the variables that is set to more than blanks, trimmed. */
export function firstSet(environment: Environment, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = environment[name]?.trim()
    if (value) return value
  }
  return undefined
}
