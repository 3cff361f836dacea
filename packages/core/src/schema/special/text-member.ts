/** A member that is a text, under the first of its spellings that is there. */
export function textMember(
  value: Readonly<Record<string, unknown>>,
  ...spellings: readonly string[]
): string | undefined {
  for (const spelling of spellings) {
    const member = value[spelling]
    if (typeof member === 'string') return member
  }
  return undefined
}
