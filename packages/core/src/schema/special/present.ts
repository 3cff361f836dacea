/** An object without the members that are undefined. */
export function present<Member>(
  members: Readonly<Record<string, Member | undefined>>,
): Record<string, Member> {
  const found: Record<string, Member> = {}
  for (const [name, member] of Object.entries(members)) {
    if (member !== undefined) found[name] = member
  }
  return found
}
