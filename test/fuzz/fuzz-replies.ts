import { type Adapter, AdapterParseError, type InferOutputs, signature } from '@ockham/core'
import { hostileReply } from './hostile-replies.ts'
import { Random } from './random.ts'

/** Inputs for each adapter; `OCKHAM_FUZZ` sets another number. */
const inputs: number = Number(process.env['OCKHAM_FUZZ'] ?? 3000)
/** Milliseconds that all of them may take. */
export const patience: number = 60_000 + inputs * 60
const longest = 100_000

export const typed = signature(
  "q -> answer, n: int, tags: list[str], maybe: Optional[float], label: 'billing' | 'technical' | None, code: Code, calls: Optional[ToolCalls]",
)

/** What an adapter throws at hostile replies beside parse errors; empty when all is well. */
export function fuzzReplies(adapter: Adapter, seed: number): string[] {
  const random = new Random(seed)
  const wrong: string[] = []
  for (let index = 0; index < inputs; index += 1) {
    const text = hostileReply(random, longest)
    try {
      check(adapter.parse(typed, text))
    } catch (error) {
      if (!AdapterParseError.is(error))
        wrong.push(`input ${index} of seed ${seed}: ${String(error)}`)
    }
  }
  return wrong
}

/** Throws when outputs do not have the types that were declared. */
function check(outputs: Partial<InferOutputs<typeof typed>> | Promise<unknown>): void {
  if (outputs instanceof Promise) throw new Error('a promise')
  const { answer, n, tags, maybe, label, code, calls } = outputs
  const isWrong =
    typeof answer !== 'string' ||
    !Number.isInteger(n) ||
    !Array.isArray(tags) ||
    !tags.every((tag) => typeof tag === 'string') ||
    (maybe !== null && typeof maybe !== 'number') ||
    !['billing', 'technical', null].includes(label ?? null) ||
    typeof code !== 'string' ||
    (calls !== null && !calls?.toolCalls.every(({ name }) => typeof name === 'string'))
  if (isWrong) throw new Error(`values of other types: ${JSON.stringify(outputs).slice(0, 200)}`)
}
