import { chance } from '../chance.ts'
import { inOrder } from '../in-order.ts'
import type { WordRule } from '../lexicon/rule.ts'
import type { StageParameters, WorldParameters } from './parameters.ts'

/** The rules that hold at each stage; those of a stage speak of what the stage before can write. */
export function latentRules({ stages }: WorldParameters, seed: number): WordRule[][] {
  const rules: WordRule[][] = []
  for (const stage of stages) {
    const before = rules.at(-1)?.map(({ to }) => to)
    rules.push(stageRules(stage, before ?? stage.table.from, seed))
  }
  return rules
}

function stageRules(
  { table, rules: count }: StageParameters,
  from: readonly string[],
  seed: number,
): WordRule[] {
  const order = (words: readonly string[]): string[] =>
    inOrder(words, (word) => chance(seed, table.name, word))
  const targets = order(table.to)
  return order(from)
    .slice(0, count)
    .flatMap((word, index) => {
      const to = targets[index]
      return to === undefined ? [] : [{ kind: 'word' as const, from: word, to }]
    })
}

/** What the rules make of words. */
export function follow(rules: readonly WordRule[], words: readonly string[]): string[] {
  return words.flatMap((word) => rules.filter(({ from }) => from === word).map(({ to }) => to))
}
