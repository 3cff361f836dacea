const secret =
  /api[-_]?key|secret|passw|authori[sz]ation|credential|cookie|headers|bearer|(^|[-_])token$|^key$/i

/** JSON-like data in which the values of members that are named like credentials are not shown. */
export function hideSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideSecrets)
  if (typeof value !== 'object' || value === null) return value
  const shown = Object.entries(value).map(([name, member]) => [
    name,
    secret.test(name) ? '[hidden]' : hideSecrets(member),
  ])
  return Object.fromEntries(shown)
}
