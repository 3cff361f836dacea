import type { VariableKind } from './variable.ts'

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** What a number may be. */
interface NumberRange {
  from?: number
  above?: number
  to?: number
  whole?: boolean
  unit?: string
}

/** A name, kept as it is. */
export const text: VariableKind<string> = { allowed: 'a text', parse: (value) => value }

/** Names with commas between them. */
export const list: VariableKind<readonly string[]> = {
  allowed: 'a name, or several with commas between them',
  parse(value) {
    const names = value.split(',').map((name) => name.trim())
    const filled = names.filter((name) => name !== '')
    return filled.length > 0 ? filled : undefined
  },
}

/** Yes or no, in any of the usual spellings. */
export const yesOrNo: VariableKind<boolean> = {
  allowed: 'true, false, 1, 0, yes, no, on or off',
  parse(value) {
    const word = value.toLowerCase()
    if (['true', '1', 'yes', 'on'].includes(word)) return true
    return ['false', '0', 'no', 'off'].includes(word) ? false : undefined
  },
}

/** The address of a Redis, which may hold its password. */
export const redisURL: VariableKind<string> = {
  allowed: 'redis://host:port or rediss://host:port, with name and password as needed',
  secret: true,
  parse: (value) => (/^rediss?:\/\//.test(value) && URL.canParse(value) ? value : undefined),
}

/** A decimal number within a range. */
export function number({ from, above, to, whole, unit }: NumberRange): VariableKind<number> {
  const bounds = [
    from === undefined ? '' : ` from ${from}`,
    above === undefined ? '' : ` above ${above}`,
    to === undefined ? '' : ` to ${to}`,
  ]
  return {
    allowed: `a ${whole ? 'whole ' : ''}number${unit ? ` of ${unit}` : ''}${bounds.join('')}`,
    parse(value) {
      const parsed = decimal.test(value) ? Number(value) : Number.NaN
      if (!Number.isFinite(parsed) || (whole && !Number.isSafeInteger(parsed))) return undefined
      if (parsed < (from ?? parsed) || parsed > (to ?? parsed)) return undefined
      return above !== undefined && parsed <= above ? undefined : parsed
    },
  }
}

/** One of some words. */
export function choice<const T extends string>(words: readonly T[]): VariableKind<T> {
  return {
    allowed: `one of ${words.join(', ')}`,
    parse: (value) => words.find((word) => word === value.toLowerCase()),
  }
}
