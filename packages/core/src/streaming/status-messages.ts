import type { Callback, CallEnd, CallStart } from '../settings/callback.ts'

/** Words for what a program is doing; a function that returns undefined keeps silent. */
export interface StatusMessages {
  moduleStart?(event: CallStart): string | undefined
  moduleEnd?(event: CallEnd): string | undefined
  lmStart?(event: CallStart): string | undefined
  lmEnd?(event: CallEnd): string | undefined
  toolStart?(event: CallStart): string | undefined
  toolEnd?(event: CallEnd): string | undefined
}

/** As in DSPy, only tools are told of unless the caller words more. */
export const defaultStatusMessages: StatusMessages = {
  toolStart: ({ instance }) => `Calling tool ${nameOf(instance)}...`,
  toolEnd: () => 'The tool has answered; passing its result on to the LM...',
}

/** A callback that turns calls into status messages. */
export function statusCallback(
  messages: StatusMessages,
  tell: (message: string) => void,
): Callback {
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

function nameOf(instance: object): string {
  const name: unknown = Reflect.get(instance, 'name')
  return typeof name === 'string' ? name : 'unnamed'
}
