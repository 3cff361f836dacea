import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { LMInvalidRequestError } from '../../errors/lm-invalid-request-error.ts'
import { UnsupportedFeatureError } from '../../errors/unsupported-feature-error.ts'
import type { LM } from '../../lm/lm.ts'
import type { CallOptions } from '../../settings/call-options.ts'
import { resolveCall } from '../resolve-call.ts'
import { askTurn, turnAdapter } from './ask-turn.ts'
import type { Conversation } from './conversation.ts'
import { runTurn } from './run-turn.ts'
import type { TurnTaker } from './turn-taker.ts'

/**
 * Has the LM submit, now: it must call `submit`, or where it cannot be forced to, it is offered nothing
 * else. Undefined when nothing came of it that fits.
 */
export async function forceSubmit(
  agent: TurnTaker,
  conversation: Conversation,
): Promise<Record<string, unknown> | undefined> {
  const reply = await ask(agent, conversation)
  if (reply === undefined || AdapterParseError.is(reply)) return undefined
  const calls = reply.tool_calls.toolCalls.filter(({ name }) => name === 'submit')
  if (calls.length === 0) return undefined
  return (await runTurn(agent, conversation, reply.next_thought, calls)).outputs
}

async function ask(
  { react, tools }: TurnTaker,
  conversation: Conversation,
): ReturnType<typeof askTurn> {
  const { lm } = resolveCall(react)
  const isNative =
    turnAdapter().useNativeFunctionCalling === true && lm.capabilities?.tools === true
  if (isNative) {
    try {
      return await askTurn(react, conversation, tools, force(lm))
    } catch (error) {
      // Some servers know no forced calls.
      if (!UnsupportedFeatureError.is(error) && !LMInvalidRequestError.is(error)) throw error
    }
  }
  return askTurn(
    react,
    conversation,
    tools.filter(({ name }) => name === 'submit'),
  )
}

// A model that thinks first cannot be forced.
function force({ capabilities }: LM): CallOptions {
  return {
    toolChoice: { name: 'submit' },
    ...(capabilities?.reasoning === true ? { reasoningEffort: 'none' } : {}),
  }
}
