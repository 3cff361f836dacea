import { inspect } from 'node:util'
import { rightAnswer } from '../wall/behaviours/answers.ts'
import { canaryKey, type Reply } from './reply.ts'

/** What became of one call, in the words of the table. */
export interface Verdict {
  readonly what: string
  readonly requests: number
  readonly seconds: number
}

/** Puts a reply into words; undefined for one that never came. */
export function words(reply: Reply | undefined): string {
  if (reply === undefined) return '**hangs**'
  if ('error' in reply) {
    const shown = inspect(reply.error, { depth: 9, showHidden: true })
    return `error ${nameOf(reply.error)}${shown.includes(canaryKey) ? ', **shows the key**' : ''}`
  }
  if (reply.text === rightAnswer) return 'right answer'
  if (!reply.text) return `**returns ${JSON.stringify(reply.text ?? null)} as the answer**`
  const isHalf = rightAnswer.startsWith(reply.text)
  return isHalf ? '**returns half an answer as the answer**' : '**returns something else**'
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const status: unknown = 'status' in error ? error.status : undefined
  return `\`${error.constructor.name}\`${typeof status === 'number' ? ` ${status}` : ''}`
}
