import { type ParcelRule, readRules, type WordRule } from '../lexicon/rule.ts'
import type { Table } from '../lexicon/table.ts'
import type { ReadPrompt } from './read-prompt.ts'
import { type Shown, shownRules } from './shown-rules.ts'

/** What a prompt teaches about the words of a table. */
export interface Beliefs {
  readonly stated: readonly WordRule[]
  readonly parcels: readonly ParcelRule[]
  readonly shown: ReadonlyMap<string, Shown>
}

/** What instructions state and demonstrations show. */
export function beliefs({ instructions, demos }: ReadPrompt, table: Table): Beliefs {
  const rules = readRules(instructions, table)
  const stated = rules.filter((rule) => rule.kind === 'word')
  const cases = demos.map(({ asked, answered }) => ({
    from: asked.words.filter((word) => table.from.includes(word)),
    to: answered.words.filter((word) => table.to.includes(word)),
  }))
  return {
    stated,
    parcels: rules.filter((rule) => rule.kind === 'parcel'),
    shown: shownRules(cases, stated),
  }
}
