import type { Example, Metric, Module } from '@ockham/core'
import type { SimulatedLM } from '../learner/simulated-lm.ts'
import type { Table } from '../lexicon/table.ts'
import type { ProposerLM } from '../proposer/proposer-lm.ts'

/** A note on a parcel, and the right answer. */
export type Row = Example<{ note: string; answer: string }, 'note'>

/** What programs of the worlds predict; those of the pipeline tell their intermediate steps. */
export interface Answer {
  answer: string
  stamps?: string
  desks?: string
}

/** A program of a world. */
export type WorldProgram = Module<{ note: string }, Answer>

/** A task with hidden rules, programs to improve, and the models to do it with. */
export interface World {
  readonly name: string
  readonly tables: readonly Table[]
  /** Splits without a note in common. */
  readonly trainset: readonly Row[]
  readonly valset: readonly Row[]
  readonly testset: readonly Row[]
  /** 1 for the right set of words, else 0. */
  readonly metric: Metric<Row, Answer>
  /** The same score, with the right answer of the first part at fault and one reason. */
  readonly feedbackMetric: Metric<Row, Answer>
  /** The same score, with words that are no more than noise. */
  readonly scrambledFeedback: Metric<Row, Answer>
  /** The trainset, each answer from another row. */
  readonly shuffledLabels: readonly Row[]
  readonly models: Readonly<Record<'nano' | 'small' | 'large', SimulatedLM>>
  readonly proposer: ProposerLM
  /** States few rules. */
  seedProgram(): WorldProgram
  /** States every rule. */
  oracleProgram(): WorldProgram
}
