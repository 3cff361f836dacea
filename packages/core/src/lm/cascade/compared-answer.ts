import type { LMResponse } from '../lm-response.ts'
import { readField } from './read-field.ts'

/** What replies are compared by: one output field, several, or the whole text where there is none. */
export type ComparedField = string | readonly string[] | undefined

/** What a reply says, as far as it is compared; a field that is not there is undefined. */
export function comparedAnswer(response: LMResponse, field: ComparedField): unknown {
  const text = response.outputs[0]?.text ?? ''
  if (field === undefined) return text
  if (typeof field === 'string') return readField(text, field)
  return field.map((name) => readField(text, name))
}

/** The same for answers that differ in case and white space only, or that are equal as JSON. */
export function normalAnswer(answer: unknown): string {
  const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '')
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** Whether an answer says nothing: it is missing, empty, or a list in which something is missing or all is empty. */
export function isBlank(answer: unknown): boolean {
  if (answer === undefined || answer === null) return true
  if (Array.isArray(answer)) return answer.includes(undefined) || answer.every(isBlank)
  if (typeof answer === 'object') return Object.values(answer).every(isBlank)
  return String(answer).trim() === ''
}
