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

const standard = new StatusMessageProvider()

/** As in DSPy, only tools are told of unless the caller words more. */
export const defaultStatusMessages: StatusMessages = {
  toolStart: ({ instance, inputs }) => standard.toolStartStatusMessage(instance, inputs),
  toolEnd: ({ instance, outputs }) => standard.toolEndStatusMessage(outputs, instance),
}

/** The words of a provider, or of an object of them. */
export function statusMessagesOf(wording: StatusMessages | StatusMessageProvider): StatusMessages {
  if (!(wording instanceof StatusMessageProvider)) return wording
  return {
    moduleStart: ({ instance, inputs }) => wording.moduleStartStatusMessage(instance, inputs),
    moduleEnd: ({ instance, outputs }) => wording.moduleEndStatusMessage(outputs, instance),
    lmStart: ({ instance, inputs }) => wording.lmStartStatusMessage(instance, inputs),
    lmEnd: ({ instance, outputs }) => wording.lmEndStatusMessage(outputs, instance),
    toolStart: ({ instance, inputs }) => wording.toolStartStatusMessage(instance, inputs),
    toolEnd: ({ instance, outputs }) => wording.toolEndStatusMessage(outputs, instance),
  }
}

/** A callback that turns calls into status messages; it has no hook where there are no words. */
export function statusCallback(
  messages: StatusMessages,
  tell: (message: string) => void,
): Callback {
  const say = (message: string | undefined): void => {
    if (message !== undefined) tell(message)
  }
  const callback: Callback = {}
  if (messages.moduleStart) callback.onModuleStart = (event) => say(messages.moduleStart?.(event))
  if (messages.moduleEnd) callback.onModuleEnd = (event) => say(messages.moduleEnd?.(event))
  if (messages.lmStart) callback.onLMStart = (event) => say(messages.lmStart?.(event))
  if (messages.lmEnd) callback.onLMEnd = (event) => say(messages.lmEnd?.(event))
  if (messages.toolStart) callback.onToolStart = (event) => say(messages.toolStart?.(event))
  if (messages.toolEnd) callback.onToolEnd = (event) => say(messages.toolEnd?.(event))
  return callback
}
