import { shownRules } from '../learner/shown-rules.ts'
import { type WordRule, writeRule } from '../lexicon/rule.ts'
import type { Material } from './read-material.ts'

/**
 * The rules for which enough distinct parcels of the prompt are evidence and that it does not state yet,
 * those with the most first. One parcel
 * suffices when its feedback names the word, and counts twice when a worse answer stands beside the right one.
 */
export function inferRules(material: Material, examplesNeeded: number): WordRule[] {
  const { labeled, rules, reasons } = material
  const stated = rules.filter((rule) => rule.kind === 'word')
  const evidence = new Map<string, { rule: WordRule; count: number }>()
  const add = (rule: WordRule, count: number): void => {
    const key = writeRule(rule)
    evidence.set(key, { rule, count: count + (evidence.get(key)?.count ?? 0) })
  }
  for (const [from, { to, count }] of shownRules(labeled, stated)) {
    const contrasts = labeled.filter(
      (parcel) => parcel.contrasted && parcel.from.includes(from) && parcel.to.includes(to),
    )
    add({ kind: 'word', from, to }, count + contrasts.length)
  }
  for (const { from, to } of reasons) add({ kind: 'word', from, to }, examplesNeeded)
  const known = new Set(stated.map(writeRule))
  return [...evidence.values()]
    .filter(({ rule, count }) => count >= examplesNeeded && !known.has(writeRule(rule)))
    .toSorted((a, b) => b.count - a.count)
    .map(({ rule }) => rule)
}

/** Whether a parcel of the prompt shows that a rule is wrong. */
export function isRefuted(rule: WordRule, { labeled }: Material): boolean {
  return labeled.some(
    ({ from, to }) =>
      from.includes(rule.from) &&
      (rule.beside === undefined || from.includes(rule.beside)) &&
      !to.includes(rule.to),
  )
}
