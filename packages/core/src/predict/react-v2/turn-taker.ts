import type { Tool } from '../../schema/special/tool.ts'
import type { TurnPredictor } from './ask-turn.ts'

/** An agent as its turns need it. */
export interface TurnTaker {
  readonly react: TurnPredictor
  readonly tools: readonly Tool[]
  readonly maxIters: number
  readonly maxObservationCharacters: number
  readonly concurrency: number
}
