import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import type { Adapter } from '../../prompt/adapter.ts'
import { ChatAdapter } from '../../prompt/chat/chat-adapter.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { CallOptions } from '../../settings/call-options.ts'
import { currentSetting } from '../../settings/current-setting.ts'
import { currentScope } from '../../settings/scope.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Predict } from '../predict.ts'
import { askFitting } from '../tools/ask-fitting.ts'
import type { Conversation } from './conversation.ts'
import type { ReActTurn } from './turn-signature.ts'

/** What asks for the turns. */
export type TurnPredictor = Predict<Signature<object, ReActTurn>>

const nativeChat = new ChatAdapter({ useNativeFunctionCalling: true })

/** The adapter that was chosen, else one that gives tools to LMs that can call them. */
export function turnAdapter(): Adapter {
  return currentScope().call.adapter ?? currentSetting('adapter') ?? nativeChat
}

/** The LM's next turn, or why it cannot be read; undefined when the prompt does not fit. */
export async function askTurn(
  react: TurnPredictor,
  conversation: Conversation,
  tools: readonly Tool[],
  options: CallOptions = {},
): Promise<ReActTurn | AdapterParseError | undefined> {
  const { messages, view } = conversation
  try {
    return await askFitting(messages.length, view, () =>
      react({ ...conversation.told(), tools }, { adapter: turnAdapter(), ...options }),
    )
  } catch (error) {
    if (ContextWindowExceededError.is(error)) return undefined
    if (AdapterParseError.is(error)) return error
    throw error
  }
}
