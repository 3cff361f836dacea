import type { Coerced } from './coerced.ts'

const shownCharacters = 80

/** The failure that says what was expected and what was found. */
export function mismatch(expected: string, found: unknown): Coerced {
  return { ok: false, reason: `expected ${expected}, found ${shown(found)}` }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).slice(0, 4).join(', ')
    return `an object { ${keys} }`
  }
  const text =
    typeof value === 'string' ? JSON.stringify(value.slice(0, shownCharacters)) : String(value)
  return text
}
