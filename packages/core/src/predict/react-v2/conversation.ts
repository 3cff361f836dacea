import { isRecord } from '../../internal/is-record.ts'
import type { SpecialTypes } from '../../schema/special/special-types.ts'
import type { ToolCallResult } from '../../schema/special/tool-call-results.ts'
import type { TurnsInView } from '../tools/ask-fitting.ts'
import { observation } from '../tools/observation.ts'

type Values = Readonly<Record<string, unknown>>

/** A tool call with the id that its result refers to. */
export interface IdentifiedCall {
  readonly id: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

/** What one turn adds to a history; `outputs` are there when it was the last. */
export interface Turn {
  readonly thought: string
  readonly calls: readonly IdentifiedCall[]
  readonly results: readonly ToolCallResult[]
  readonly outputs?: Values
}

/** The history of one run as it grows; the one it began with is not changed. */
export class Conversation {
  readonly inputs: Values
  readonly view: TurnsInView = { dropped: 0 }
  /** How many turns there were before this run. */
  readonly before: number
  readonly messages: Record<string, unknown>[]

  constructor(messages: readonly Values[], inputs: Values) {
    this.inputs = inputs
    this.before = messages.length
    this.messages = messages.map((turn) => ({ ...turn }))
  }

  /** What a prompt tells: the turns in view and, where the first of this run is not among them, the inputs. */
  told(): Values {
    const { messages, view, before, inputs } = this
    const isTold = messages.length > before && view.dropped <= before
    return { ...(isTold ? {} : inputs), history: { messages: messages.slice(view.dropped) } }
  }

  /** The calls of the next turn, each with an id of its own: the LM's, else DSPy's `call_{turn}_{call}`. */
  identified(calls: SpecialTypes['ToolCalls']['toolCalls']): IdentifiedCall[] {
    const taken = new Set<string>()
    return calls.map(({ id, name, args }, index) => {
      const own = id === undefined || taken.has(id) ? `call_${this.messages.length}_${index}` : id
      taken.add(own)
      return { id: own, name, args }
    })
  }

  add({ thought, calls, results, outputs }: Turn): void {
    const isFirst = this.messages.length === this.before
    this.messages.push({
      ...(isFirst ? this.inputs : {}),
      ...(thought === '' ? {} : { next_thought: thought }),
      tool_calls: { toolCalls: calls, toolCallResults: results },
      ...outputs,
    })
  }

  /** Tells the LM what is wrong with its turn: as the result of a `submit` that came to nothing. */
  addRefusal(thought: string, reason: string): void {
    this.addSubmit(thought, {}, reason, true)
  }

  /** Adds outputs that were found in another way as if they had been submitted. */
  addOutputs(outputs: Values): void {
    const data = observation(outputs)
    this.addSubmit('', isRecord(data) ? data : {}, data, false, outputs)
  }

  private addSubmit(
    thought: string,
    args: Values,
    value: unknown,
    isError: boolean,
    outputs?: Values,
  ): void {
    const calls = this.identified([{ name: 'submit', args: { ...args } }])
    const results = calls.map(({ id, name }) => ({ callId: id, name, value, isError }))
    this.add({ thought, calls, results, ...(outputs ? { outputs } : {}) })
  }
}
