import { Module, Predict, type Signature, signature } from '@ockham/core'
import type { Rule } from '../lexicon/rule.ts'
import type { Table } from '../lexicon/table.ts'
import { writeInstructions } from '../proposer/write-proposal.ts'
import type { Answer, WorldProgram } from './world.ts'

/** One predictor. */
function single(instructions: string): WorldProgram {
  return new Predict(signature('note -> answer', { instructions }))
}

/** Three predictors, each of which sees only what the one before wrote. */
class Pipeline extends Module<{ note: string }, Answer> {
  extract: Predict<Signature<{ note: string }, { stamps: string }>>
  decide: Predict<Signature<{ stamps: string }, { desks: string }>>
  phrase: Predict<Signature<{ desks: string }, { answer: string }>>

  constructor([extract = '', decide = '', phrase = '']: readonly string[]) {
    super()
    this.extract = new Predict(signature('note -> stamps', { instructions: extract }))
    this.decide = new Predict(signature('stamps -> desks', { instructions: decide }))
    this.phrase = new Predict(signature('desks -> answer', { instructions: phrase }))
  }

  override async forward({ note }: { note: string }): Promise<Answer> {
    const { stamps } = await this.extract({ note })
    const { desks } = await this.decide({ stamps })
    const { answer } = await this.phrase({ desks })
    return { stamps, desks, answer }
  }
}

/** The program of a world whose predictors are told these rules. */
export function programTold(
  tables: readonly Table[],
  rules: readonly (readonly Rule[])[],
): WorldProgram {
  const instructions = tables.map((table, index) => writeInstructions(table, rules[index] ?? []))
  return instructions.length === 1 ? single(instructions[0] ?? '') : new Pipeline(instructions)
}
