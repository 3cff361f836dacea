import { readWords } from './parcel.ts'
import type { Table } from './table.ts'

/** A rule: what a word calls for, perhaps only beside another word. */
export interface WordRule {
  readonly kind: 'word'
  readonly from: string
  readonly beside?: string
  readonly to: string
}

/** The answer for one parcel, which helps with no other. */
export interface ParcelRule {
  readonly kind: 'parcel'
  readonly id: string
  readonly to: readonly string[]
}

/** What a sentence of the lexicon can say. */
export type Rule = WordRule | ParcelRule

/** The sentence that states a rule, such as `For red cord, write K3.` */
export function writeRule(rule: Rule): string {
  if (rule.kind === 'parcel') return `For parcel ${rule.id}, write ${rule.to.join(', ')}.`
  const { from, beside, to } = rule
  return `For ${beside === undefined ? from : `${from} beside ${beside}`}, write ${to}.`
}

/** The rules that a text states about the words of a table, each once, in order. */
export function readRules(text: string, table: Table): Rule[] {
  const rules = new Map<string, Rule>()
  for (const match of text.replace(/\s+/g, ' ').matchAll(/\bFor ([^.,:]+), write ([^.:]+)\./g)) {
    const rule = readRule(match[1] ?? '', readWords(match[2] ?? ''), table)
    if (rule !== undefined) rules.set(writeRule(rule), rule)
  }
  return [...rules.values()]
}

function readRule(condition: string, to: readonly string[], table: Table): Rule | undefined {
  const [first] = to
  if (first === undefined || !to.every((word) => table.to.includes(word))) return undefined
  const id = /^parcel (\d+)$/.exec(condition)?.[1]
  if (id !== undefined) return { kind: 'parcel', id, to }
  const [from = '', beside] = condition.split(' beside ')
  if (to.length > 1 || !table.from.includes(from)) return undefined
  return { kind: 'word', from, to: first, ...(beside === undefined ? {} : { beside }) }
}
