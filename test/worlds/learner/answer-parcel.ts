import { choose } from '../choose.ts'
import type { Parcel } from '../lexicon/parcel.ts'
import type { Table } from '../lexicon/table.ts'
import type { Beliefs } from './beliefs.ts'
import { applies } from './shown-rules.ts'
import type { Tier } from './tier.ts'

/** One parcel, and what its reader knows. */
export interface Question {
  readonly tier: Tier
  readonly table: Table
  readonly beliefs: Beliefs
  readonly parcel: Parcel
  /** Of the whole prompt. */
  readonly tokens: number
  /** A number in [0, 1) for an event, whatever the prompt. */
  draw(event: string): number
}

/** What the model thinks a word calls for, and how surely. */
interface Belief {
  readonly to: string
  readonly strength: number
}

/** The words that the model writes: those its rules give, else a guess, and now and then a slip. */
export function answerParcel(question: Question): string[] {
  const { tier, table, parcel, draw } = question
  const known = recite(question) ?? derive(question)
  const written = known.length > 0 ? known : [choose(table.to, draw('guess'))]
  if (draw('slip') >= tier.slip) return written
  const others = table.to.filter((word) => !written.includes(word))
  return [choose(others, draw(`slip of ${parcel.id}`)), ...written.slice(1)]
}

/** What was told of this very parcel, if the model holds it. */
function recite({ beliefs, parcel, tier, draw, ...rest }: Question): string[] | undefined {
  const told = beliefs.parcels.findLast(({ id }) => id === parcel.id)
  if (told === undefined) return undefined
  const strength = tier.obey * held(beliefs, tier) * attention(tier, rest.tokens)
  return draw('recite') < strength ? [...told.to] : undefined
}

function derive(question: Question): string[] {
  const { parcel, tier, tokens, draw } = question
  const attentive = attention(tier, tokens)
  const words = parcel.words.flatMap((word) => {
    const belief = beliefAbout(word, question)
    return belief && draw(`know ${word}`) < belief.strength * attentive ? [belief.to] : []
  })
  return [...new Set(words)]
}

function beliefAbout(word: string, question: Question): Belief | undefined {
  const { beliefs, tier, parcel, draw } = question
  const rules = beliefs.stated.filter((rule) => rule.from === word && applies(rule, parcel.words))
  const told = [...new Set(rules.map(({ to }) => to))]
  const shown = beliefs.shown.get(word)
  const fromDemos = shown && { to: shown.to, strength: 1 - Math.exp(-tier.eta * shown.count) }
  if (told.length === 0) return fromDemos
  // Of rules that contradict each other, the model follows any.
  const rule = {
    to: choose(told, draw(`which ${word}`)),
    strength: tier.obey * held(beliefs, tier),
  }
  if (fromDemos === undefined) return rule
  if (fromDemos.to !== rule.to) return fromDemos.strength > rule.strength ? fromDemos : rule
  return { to: rule.to, strength: 1 - (1 - rule.strength) * (1 - fromDemos.strength) }
}

/** The part of what was stated that the model can hold. */
function held({ stated, parcels }: Beliefs, { capacity }: Tier): number {
  return Math.min(1, capacity / (stated.length + parcels.length))
}

function attention({ dilution, contextTokens }: Tier, tokens: number): number {
  return 1 / (1 + dilution * Math.log1p(tokens / contextTokens))
}
