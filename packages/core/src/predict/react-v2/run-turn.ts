import { isRecord } from '../../internal/is-record.ts'
import type { SpecialTypes } from '../../schema/special/special-types.ts'
import { observation } from '../tools/observation.ts'
import { runToolCalls } from '../tools/run-tool-calls.ts'
import type { Conversation } from './conversation.ts'
import type { TurnTaker } from './turn-taker.ts'

/** What came of a turn. */
interface TurnOutcome {
  /** What was submitted, if it was accepted. */
  readonly outputs: Record<string, unknown> | undefined
  /** Whether every call failed for what the LM wrote: a `submit` that was refused, a tool that is none. */
  readonly isWasted: boolean
}

/** Runs the calls of a turn, all at once, and adds the turn to the history. Throws `AbortError`. */
export async function runTurn(
  agent: Pick<TurnTaker, 'tools' | 'concurrency' | 'maxObservationCharacters'>,
  conversation: Conversation,
  thought: string,
  toolCalls: SpecialTypes['ToolCalls']['toolCalls'],
): Promise<TurnOutcome> {
  const tools = new Map(agent.tools.map((tool) => [tool.name, tool]))
  const calls = conversation.identified(toolCalls)
  const given = await runToolCalls(calls, tools, agent.concurrency)
  const results = given.map((result) => ({
    ...result,
    value: observation(result.value, agent.maxObservationCharacters),
  }))
  // As in DSPy, of several the last one counts.
  const submitted = given.findLast(({ name, isError }) => name === 'submit' && !isError)?.value
  const outputs = isRecord(submitted) ? { ...submitted } : undefined
  conversation.add({ thought, calls, results, ...(outputs ? { outputs } : {}) })
  const isWasted = given.every(
    ({ name, isError }) => isError && (name === 'submit' || !tools.has(name)),
  )
  return { outputs, isWasted }
}
