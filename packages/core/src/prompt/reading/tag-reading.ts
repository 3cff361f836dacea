import type { Reading } from './reading.ts'

/** Fields between `<name>` and `</name>`, the first of each name. */
export const tagReading: Reading = (signature, text) => {
  const found = new Map<string, string>()
  if (!text.includes('</')) return found
  for (const { name } of signature.outputFields) {
    const start = text.indexOf(`<${name}>`)
    if (start < 0) continue
    const end = text.indexOf(`</${name}>`, start)
    if (end >= 0) found.set(name, text.slice(start + name.length + 2, end).trim())
  }
  return found
}
