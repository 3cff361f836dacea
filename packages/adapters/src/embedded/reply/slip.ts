import type { JSONValue } from '@ockham/core'
import type { OutputField, Wire } from '../prompt/task.ts'

/** Gives the labels among the answers a capital, a slip that a lenient parser forgives. */
export function slipLabels(
  answers: ReadonlyMap<string, JSONValue>,
  fields: readonly OutputField[],
): Map<string, JSONValue> {
  const slipped = new Map(answers)
  for (const { name, shape } of fields) {
    const value = answers.get(name)
    if (shape.kind !== 'choice' || typeof value !== 'string') continue
    const capital = value.charAt(0).toUpperCase() + value.slice(1)
    const same = shape.options.filter((one) => String(one).toLowerCase() === value.toLowerCase())
    if (same.length === 1) slipped.set(name, capital)
  }
  return slipped
}

/** Puts a JSON reply into a code fence, a slip that a lenient parser forgives. */
export function slipFence(reply: string, wire: Wire): string {
  return wire === 'json' ? `\`\`\`json\n${reply}\n\`\`\`` : reply
}
