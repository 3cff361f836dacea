import type { Callback, CallEnd, CallStart } from '../settings/callback.ts'
import { StatusMessageProvider } from './status-message-provider.ts'

/** Words for what a program is doing, as an object; a function that returns undefined keeps silent. */
export interface StatusMessages {
  moduleStart?(event: CallStart): string | undefined
  moduleEnd?(event: CallEnd): string | undefined
  lmStart?(event: CallStart): string | undefined
  lmEnd?(event: CallEnd): string | undefined
  toolStart?(event: CallStart): string | undefined
  toolEnd?(event: CallEnd): string | undefined
}

/** As in DSPy, only tools are told of unless the caller words more. */
export const defaultStatusMessages: StatusMessages = messagesOf(new StatusMessageProvider())

/** A callback that turns calls into status messages. */
export function statusCallback(
  wording: StatusMessages | StatusMessageProvider,
  tell: (message: string) => void,
): Callback {
  const messages = wording instanceof StatusMessageProvider ? messagesOf(wording) : wording
  const say = (message: string | undefined): void => {
    if (message !== undefined) tell(message)
  }
  return {
    onModuleStart: (event) => say(messages.moduleStart?.(event)),
    onModuleEnd: (event) => say(messages.moduleEnd?.(event)),
    onLMStart: (event) => say(messages.lmStart?.(event)),
    onLMEnd: (event) => say(messages.lmEnd?.(event)),
    onToolStart: (event) => say(messages.toolStart?.(event)),
    onToolEnd: (event) => say(messages.toolEnd?.(event)),
  }
}

function messagesOf(provider: StatusMessageProvider): StatusMessages {
  return {
    moduleStart: ({ instance, inputs }) => provider.moduleStartStatusMessage(instance, inputs),
    moduleEnd: ({ instance, outputs }) => provider.moduleEndStatusMessage(outputs, instance),
    lmStart: ({ instance, inputs }) => provider.lmStartStatusMessage(instance, inputs),
    lmEnd: ({ instance, outputs }) => provider.lmEndStatusMessage(outputs, instance),
    toolStart: ({ instance, inputs }) => provider.toolStartStatusMessage(instance, inputs),
    toolEnd: ({ instance, outputs }) => provider.toolEndStatusMessage(outputs, instance),
  }
}
