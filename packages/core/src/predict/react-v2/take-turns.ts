import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { unusableReply } from '../tools/unusable-reply.ts'
import { wastedTurns } from '../tools/wasted-turns.ts'
import { askTurn } from './ask-turn.ts'
import type { Conversation } from './conversation.ts'
import { runTurn } from './run-turn.ts'
import type { TurnTaker } from './turn-taker.ts'

/**
 * Has the LM call tools until it submits outputs; undefined when the turns are used up, the prompt does
 * not fit any more, or the LM keeps doing what cannot be used. Throws what the LM throws, and `AbortError`.
 */
export async function takeTurns(
  agent: TurnTaker,
  conversation: Conversation,
): Promise<Record<string, unknown> | undefined> {
  let wasted = 0
  for (let turn = 0; turn < agent.maxIters && wasted < wastedTurns; turn += 1) {
    const reply = await askTurn(agent.react, conversation, agent.tools)
    if (reply === undefined) return undefined
    if (AdapterParseError.is(reply)) {
      conversation.addRefusal(partialThought(reply), unusableReply(reply))
      wasted += 1
      continue
    }
    const {
      next_thought: thought,
      tool_calls: { toolCalls },
    } = reply
    if (toolCalls.length === 0) {
      conversation.addRefusal(
        thought,
        'No tool was called. Call `submit` with the result, or another tool.',
      )
      wasted += 1
      continue
    }
    const { outputs, isWasted } = await runTurn(agent, conversation, thought, toolCalls)
    if (outputs) return outputs
    wasted = isWasted ? wasted + 1 : 0
  }
  return undefined
}

function partialThought({ partial }: AdapterParseError): string {
  const thought = partial['next_thought']
  return typeof thought === 'string' ? thought : ''
}
