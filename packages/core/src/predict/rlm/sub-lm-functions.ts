import { LMError } from '../../errors/lm-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import { runConcurrently } from '../../internal/run-concurrently.ts'
import type { HostFunction } from '../../interpreter/code-interpreter.ts'
import type { LM } from '../../lm/lm.ts'
import { currentScope } from '../../settings/scope.ts'
import { countedCall } from '../attempt.ts'

const concurrency = 8

/** `llm_query` and `llm_query_batched` of one call, which together may ask `maxCalls` prompts. */
export function subLMFunctions(lm: () => LM, maxCalls: number): Record<string, HostFunction> {
  let calls = 0
  const claim = (count: number): void => {
    if (calls + count > maxCalls) {
      throw new Error(
        `Of ${maxCalls} LM calls ${calls} are made, so ${count} more are too many. Go on with code alone.`,
      )
    }
    calls += count
  }
  return {
    llm_query: async (given) => {
      const prompt = promptOf(given)
      claim(1)
      return ask(lm(), prompt)
    },
    llm_query_batched: async (given) => {
      if (!Array.isArray(given)) throw new Error('llm_query_batched takes an array of prompts.')
      const prompts = given.map(promptOf)
      claim(prompts.length)
      const replies: string[] = []
      await runConcurrently(prompts.length, concurrency, async (index) => {
        replies[index] = await askOrSay(lm(), prompts[index] ?? '')
      })
      return replies
    },
  }
}

function promptOf(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new Error('A prompt must be a text, and not an empty one.')
}

async function ask(lm: LM, prompt: string): Promise<string> {
  // Several completions are of no use here, and a form was asked of another reply.
  const {
    lm: _lm,
    adapter: _adapter,
    n: _n,
    responseFormat: _format,
    signal,
    ...config
  } = currentScope().call
  const response = await countedCall(lm, {
    messages: [{ role: 'user', content: prompt }],
    config,
    ...(signal ? { signal } : {}),
  })
  const [output] = response.outputs
  if (output) return output.text
  throw new LMUnexpectedError(`${response.model} returned no completion.`, {
    model: response.model,
  })
}

// One prompt that fails must not cost the answers to the others.
async function askOrSay(lm: LM, prompt: string): Promise<string> {
  try {
    return await ask(lm, prompt)
  } catch (error) {
    if (LMError.is(error)) return `[ERROR] ${error.message}`
    throw error
  }
}
