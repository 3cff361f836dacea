import type { JSONValue } from '@ockham/core'
import type { AnswerShape } from '../shape/answer-shape.ts'

/** The markup a prompt asks the reply to be in. */
export type Wire = 'chat' | 'json' | 'xml'

/** A field that the prompt asks for. */
export interface OutputField {
  name: string
  type: string
  description: string
  shape: AnswerShape
}

/** A solved example found in the prompt. */
export interface Demonstration {
  inputs: ReadonlyMap<string, string>
  outputs: ReadonlyMap<string, JSONValue>
}

/** What a system message and its demonstrations ask for. */
export interface Task {
  wire: Wire
  instructions: string
  inputs: readonly string[]
  outputs: readonly OutputField[]
  demonstrations: readonly Demonstration[]
}
