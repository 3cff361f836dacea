import { createHash } from 'node:crypto'

// What every vendor takes.
const longestName = 64
const legal = /^[a-zA-Z0-9_-]{1,64}$/

/**
 * A name for each of a server's tools that every vendor takes and that no other has. A legal name stays as it
 * is, and none depends on the order of the list.
 */
export function toolNames(names: readonly string[], prefix = ''): Map<string, string> {
  const wanted = new Map(names.map((name) => [name, prefix === '' ? name : `${prefix}_${name}`]))
  const seen = new Set<string>()
  const clashes = new Set<string>()
  for (const name of wanted.values()) {
    const plain = plainName(name)
    if (seen.has(plain)) clashes.add(plain)
    seen.add(plain)
  }
  const nameOf = (name: string): string => {
    if (legal.test(name)) return name
    const plain = plainName(name)
    return legal.test(plain) && !clashes.has(plain) ? plain : marked(plain, name)
  }
  return new Map([...wanted].map(([name, full]) => [name, nameOf(full)]))
}

function plainName(name: string): string {
  return name.replaceAll(/[^a-zA-Z0-9_-]+/g, '_').replace(/^_$|^$/, 'tool')
}

function marked(plain: string, name: string): string {
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${plain.slice(0, longestName - mark.length - 1)}_${mark}`
}
