/** Fields as a reply to DSPy's chat prompt, or to its JSON prompt. */
export function writeFields(
  fields: readonly (readonly [name: string, value: unknown])[],
  format: 'chat' | 'json',
): string {
  if (format === 'json') return JSON.stringify(Object.fromEntries(fields), null, 2)
  const sections = fields.map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return `[[ ## ${name} ## ]]\n${text}\n`
  })
  return [...sections, '[[ ## completed ## ]]'].join('\n')
}
