import type { LM, LMRequest, LMResponse, LMStreamEvent } from '@ockham/core'
import { chance } from '../chance.ts'
import type { Table } from '../lexicon/table.ts'
import { readOutputFields } from '../prompt/output-field.ts'
import {
  costLimit,
  inPieces,
  type Price,
  type Responder,
  respond,
  rollout,
} from '../prompt/respond.ts'
import { textOf } from '../prompt/text-of.ts'
import { type ProposerSkill, proposeRules } from './propose-rules.ts'
import { readMaterial } from './read-material.ts'
import { writeProposal } from './write-proposal.ts'

/** A writer of instructions, and what it costs. */
export interface ProposerTier extends ProposerSkill {
  readonly model: string
  readonly price: Price
  readonly latencyMs: number
}

/** What a simulated writer is made of. It has the words of the world, and none of its rules. */
export interface ProposerLMOptions {
  readonly tier: ProposerTier
  readonly tables: readonly Table[]
  readonly seed: number
}

/**
 * A simulated LM for meta-prompts: it infers a rule when the prompt itself holds evidence of it, and otherwise
 * invents one or copies an example. How a meta-prompt is worded does not matter.
 */
export class ProposerLM implements LM, Responder {
  readonly model: string
  readonly price: Price
  readonly latencyMs: number
  private readonly options: ProposerLMOptions

  constructor(options: ProposerLMOptions) {
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
    const { tier, tables, seed } = this.options
    const text = request.messages.map(textOf).join('\n')
    const fields = readOutputFields(text)
    const asked = `${tier.model} ${seed} ${rollout(request, index)} ${chance(text)}`
    const [first, ...others] = readMaterial(text, tables).map((material) => ({
      table: material.table,
      ...proposeRules(material, tier, {
        asList: fields.some(({ name }) => name.startsWith('rule')),
        draw: (event) => chance(asked, material.table.name, event),
      }),
    }))
    if (first === undefined) return 'I do not know what this is about.'
    return writeProposal({ text, fields, parts: [first, ...others] })
  }
}
