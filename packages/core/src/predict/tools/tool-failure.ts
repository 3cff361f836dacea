import { InputError } from '../../errors/input-error.ts'
import { ToolTimeoutError } from '../../errors/tool-timeout-error.ts'
import { observation } from './observation.ts'

const shownCharacters = 2000

/** What an LM is told of a tool's error: what went wrong, and what to do. No stack, no paths of ours. */
export function toolFailure(tool: string, error: unknown): string {
  const said = error instanceof Error ? error.message : observation(error ?? '')
  const text = observation(typeof said === 'string' ? said : JSON.stringify(said), shownCharacters)
  if (InputError.is(error)) return `${text} Correct the arguments and call it again.`
  if (ToolTimeoutError.is(error)) return `${text} Ask it for less, or go on without it.`
  return `\`${tool}\` failed: ${text || 'it did not say why'}. Try other arguments or another tool.`
}
