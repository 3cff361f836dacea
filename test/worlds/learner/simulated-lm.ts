import type { LM, LMMessage, LMRequest, LMResponse, LMStreamEvent } from '@ockham/core'
import { chance } from '../chance.ts'
import { readParcels, writeParcel } from '../lexicon/parcel.ts'
import type { Table } from '../lexicon/table.ts'
import {
  costLimit,
  inPieces,
  promptTokens,
  type Responder,
  respond,
  rollout,
} from '../prompt/respond.ts'
import { textOf } from '../prompt/text-of.ts'
import { writeFields } from '../prompt/write-fields.ts'
import { answerParcel } from './answer-parcel.ts'
import { type Beliefs, beliefs } from './beliefs.ts'
import { type ReadPrompt, readPrompt } from './read-prompt.ts'
import type { Tier } from './tier.ts'

/** What a simulated model is made of. It has the words of the world, and none of its rules. */
export interface SimulatedLMOptions {
  readonly tier: Tier
  readonly tables: readonly Table[]
  readonly seed: number
}

/** A prompt before its last message, which many requests share. */
interface Taught {
  readonly prompt: ReadPrompt
  readonly beliefs: ReadonlyMap<Table, Beliefs>
}

const keptPrompts = 64

/**
 * An in-context learner: it knows what the messages state and show, follows it as well as its tier can, and
 * is wrong about the rest. Equal requests have equal replies; it is a simulation and no language model.
 */
export class SimulatedLM implements LM, Responder {
  readonly model: string
  readonly price: Tier['price']
  readonly latencyMs: number
  private readonly options: SimulatedLMOptions
  private readonly taught = new Map<string, Taught>()

  constructor(options: SimulatedLMOptions) {
    this.options = options
    this.model = options.tier.model
    this.price = options.tier.price
    this.latencyMs = options.tier.latencyMs
  }

  generate(request: LMRequest): Promise<LMResponse> {
    return respond(this, request)
  }

  async *stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    yield* inPieces(await respond(this, request))
  }

  maxCostUSD(request: LMRequest): number {
    return costLimit(this.price, request)
  }

  fingerprint({ messages, config = {} }: LMRequest): string {
    return JSON.stringify([this.model, this.options.seed, messages, config])
  }

  /** The text of a completion. */
  reply(request: LMRequest, index: number): string {
    const { messages } = request
    // What comes behind the question is about the form of the reply.
    const asked = messages.findLastIndex(
      (message) => message.role === 'user' && readParcels(textOf(message)).length > 0,
    )
    const conversation = messages.slice(Math.max(asked, 0)).map(textOf)
    const parcel = readParcels(conversation[0] ?? '').at(-1) ?? { id: '', words: [] }
    const { tier, tables, seed } = this.options
    const { prompt, beliefs } = this.read(messages.slice(0, Math.max(asked, 0)))
    const table = tables.find(({ from }) => parcel.words.some((word) => from.includes(word)))
    const known = table && beliefs.get(table)
    const format = conversation[0]?.includes('Respond with a JSON object') ? 'json' : 'chat'
    const draw = (event: string): number =>
      chance(tier.model, seed, rollout(request, index), parcel.id, parcel.words.join(), event)

    if (table === undefined || known === undefined) return 'I see no parcel here.'
    const tokens = promptTokens(request)
    const words = answerParcel({ tier, table, beliefs: known, parcel, tokens, draw })
    const answer = writeParcel({ id: parcel.id, words })
    if (draw(`format ${format} ${conversation.length}`) < tier.formatFailure)
      return `Sure! It is ${words.join(' and ')}.`
    const [target, ...before] = prompt.fields.map(({ name }) => name).toReversed()
    return writeFields(
      [
        ...before.toReversed().map((name) => [name, 'I follow what I was told.'] as const),
        [target ?? 'answer', answer],
      ],
      format,
    )
  }

  /** Reads each beginning of a prompt once; what is kept changes no reply. */
  private read(messages: readonly LMMessage[]): Taught {
    const key = messages.map(textOf).join('\u0000')
    const known = this.taught.get(key)
    if (known !== undefined) return known
    const prompt = readPrompt(messages)
    const tables = this.options.tables.map((table) => [table, beliefs(prompt, table)] as const)
    const taught = { prompt, beliefs: new Map(tables) }
    const [oldest] = this.taught.keys()
    if (this.taught.size >= keptPrompts && oldest !== undefined) this.taught.delete(oldest)
    this.taught.set(key, taught)
    return taught
  }
}
