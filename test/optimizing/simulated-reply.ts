import { createHash } from 'node:crypto'
import type { LMMessage, LMRequest } from '@ockham/core'
import { readOutputFields } from '../worlds/prompt/output-field.ts'
import { textOf } from '../worlds/prompt/text-of.ts'
import { writeFields } from '../worlds/prompt/write-fields.ts'

/** A whole number below 2 ** 32 that depends on nothing but the texts. */
export function numberOf(...texts: readonly string[]): number {
  return createHash('sha256').update(texts.join('\n')).digest().readUInt32LE(0)
}

/**
 * What a simulated LM replies, by the request and its name alone: questions are answered rightly or not, as chance decides for the
 * prompt and the question, and where anything else is asked for, such as instructions, there is something new.
 */
export function simulatedReply({ messages, config }: LMRequest, model = ''): string {
  const prompt = messages.map(textOf).join('\n')
  const chance = numberOf(prompt, String(config?.temperature), String(config?.rolloutId), model)
  const fields = readOutputFields(messages[0] ? textOf(messages[0]) : '')
  const modules = [...new Set(prompt.match(/\b(?:recall|solve)\b/g))]
  return writeFields(
    fields.map(({ name, type }) => {
      if (name === 'answer') return [name, chance % 2 === 0 ? `answer ${asked(messages)}` : 'none']
      if (!type.startsWith('dict')) return [name, `Think of number ${chance}.`]
      return [name, Object.fromEntries(modules.map((module) => [module, `Mind ${chance}.`]))]
    }),
    'chat',
  )
}

function asked(messages: readonly LMMessage[]): string {
  const last = messages.at(-1)
  return /question ## \]\]\n(\d+)/.exec(last ? textOf(last) : '')?.[1] ?? ''
}
