import { choose } from '../choose.ts'
import { inOrder } from '../in-order.ts'
import type { Rule, WordRule } from '../lexicon/rule.ts'
import type { Table } from '../lexicon/table.ts'
import { inferRules, isRefuted } from './infer-rules.ts'
import type { Material } from './read-material.ts'

/** How good a writer of instructions is. Probabilities are in [0, 1]. */
export interface ProposerSkill {
  /** That it draws the right conclusion where there is evidence for one. */
  readonly quality: number
  /** Distinct parcels in the prompt that it takes as evidence. */
  readonly examplesNeeded: number
  /** Rules that new instructions add at most. */
  readonly rulesPerReply: number
  /** Rules in a reply that is asked for nothing but rules. */
  readonly rulesPerList: number
}

/** Which rules stay, and which come new. */
export interface ProposedRules {
  readonly kept: readonly Rule[]
  readonly added: readonly Rule[]
}

/** What to write, by evidence where there is some, and otherwise something that looks like it. */
export function proposeRules(
  material: Material,
  skill: ProposerSkill,
  { asList, draw }: { asList: boolean; draw: (event: string) => number },
): ProposedRules {
  const kept = material.rules.filter(
    (rule, index) =>
      rule.kind === 'parcel' ||
      !isRefuted(rule, material) ||
      draw(`notice ${index}`) >= skill.quality,
  )
  const most = asList ? skill.rulesPerList : skill.rulesPerReply
  const evident = inferRules(material, skill.examplesNeeded).slice(0, most)
  if (evident.length === 0) return { kept, added: [misread(material, draw)] }
  const added = evident.map((rule, index) =>
    draw(`infer ${index}`) < skill.quality
      ? rule
      : misread(material, (event) => draw(`${event} ${index}`)),
  )
  return { kept, added }
}

/** A rule that is no conclusion: a literal copy, one that holds for too little, or an invention. */
function misread({ table, labeled }: Material, draw: (event: string) => number): Rule {
  if (labeled.length === 0) return inventRule(table, draw)
  const { id, from, to } = choose(labeled, draw('copied'))
  const way = draw('way')
  if (way < 1 / 3) return { kind: 'parcel', id, to }
  const [word, beside] = inOrder(from, draw)
  if (way < 2 / 3 && word !== undefined && beside !== undefined) {
    return { kind: 'word', from: word, beside, to: choose(to, draw('written')) }
  }
  return inventRule(table, draw)
}

/** Any rule of the lexicon. */
export function inventRule(table: Table, draw: (event: string) => number): WordRule {
  const from = choose(table.from, draw('invented word'))
  return { kind: 'word', from, to: choose(table.to, draw('invented answer')) }
}
