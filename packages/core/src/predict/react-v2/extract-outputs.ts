import { currentScope, inScope } from '../../settings/scope.ts'
import type { StreamedCall } from '../../settings/stream-sink.ts'
import type { Signature } from '../../signature/signature.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { toldTrajectory } from '../react/told-trajectory.ts'
import { resolveCall } from '../resolve-call.ts'
import { askFitting } from '../tools/ask-fitting.ts'
import type { TurnPredictor } from './ask-turn.ts'
import type { Conversation } from './conversation.ts'
import { toldTurns } from './told-turns.ts'

/**
 * The outputs as an LM reads them out of what was found so far: the last way to an answer, without tools.
 * A stream knows its predictor as `extract`. Throws what the LM throws, and `AdapterParseError`.
 */
export async function extractOutputs(
  react: TurnPredictor,
  extracted: Signature,
  conversation: Conversation,
): Promise<Record<string, unknown>> {
  const extract = new ChainOfThought(extracted, react.config)
  extract.predict.lm = react.lm
  const { adapter } = resolveCall(extract.predict)
  const { messages, view, inputs } = conversation
  const answer: object = await named(extract.predict, react, () =>
    askFitting(messages.length, view, () =>
      extract({ ...inputs, trajectory: toldTrajectory(adapter, toldTurns(conversation)) }),
    ),
  )
  const names = new Set(extracted.outputFields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(answer).filter(([name]) => names.has(name)))
}

// The predictor is no part of the program: its state would be one more than DSPy's.
function named<Result>(predictor: object, beside: object, run: () => Result): Result {
  const { sink } = currentScope()
  if (!sink) return run()
  const open = (one: object): StreamedCall => {
    if (one !== predictor) return sink.open(one)
    const { marks, ...call } = sink.open(beside)
    return { ...call, marks: { predictor: marks.predictor.replace(/[^.]*$/, 'extract') } }
  }
  return inScope({ sink: { open, emit: (event) => sink.emit(event) } }, run)
}
