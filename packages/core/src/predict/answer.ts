import { AdapterParseError } from '../errors/adapter-parse-error.ts'
import { LMUnexpectedError } from '../errors/lm-unexpected-error.ts'
import { makePrediction } from '../example/make-prediction.ts'
import type { Prediction } from '../example/prediction.ts'
import type { LMOutput, LMResponse } from '../lm/lm-response.ts'
import type { Predictor } from '../module/predictor.ts'
import type { Adapter } from '../prompt/adapter.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import { observed } from '../settings/observed.ts'
import { currentScope } from '../settings/scope.ts'
import { type Attempt, attempt } from './attempt.ts'
import { resolveCall } from './resolve-call.ts'
import { sumUsage } from './sum-usage.ts'

type Fields = Record<string, unknown>

const reaskAdapter = new JSONAdapter()

/**
 * A predictor's answer to checked inputs: one LM call, and one further call as JSON when the reply of
 * the first cannot be read. Throws `AdapterParseError` when neither can.
 */
export async function answer(
  predictor: Predictor,
  inputs: Readonly<Fields>,
): Promise<Prediction<Fields>> {
  const startedAt = performance.now()
  const call = resolveCall(predictor)
  const { signature } = predictor
  const first = await attempt({ ...call, predictor, inputs })
  const attempts = [first]
  let completions = read(call.adapter, first, signature)
  if (AdapterParseError.is(completions)) {
    // A reply that was cut off would only be cut off again.
    if (first.response.outputs.some((output) => output.finishReason === 'length')) throw completions
    await first.stream?.restart()
    const second = await attempt({
      ...call,
      adapter: reaskAdapter,
      predictor,
      inputs,
      retry: completions,
    })
    attempts.push(second)
    completions = read(reaskAdapter, second, signature)
    if (AdapterParseError.is(completions)) throw completions
  }
  const [outputs, ...others] = completions
  const last = attempts.at(-1) ?? first
  await last.stream?.complete(outputs)
  const { trace } = currentScope()
  trace?.push({ predictor, inputs, outputs })
  const responses = attempts.map(({ response }) => response)
  return makePrediction(outputs, {
    model: last.response.model,
    usage: sumUsage(responses),
    costUSD: sumCost(responses),
    cached: responses.every((response) => response.cached === true),
    completions: [outputs, ...others],
    attempts: attempts.length,
    durationMs: performance.now() - startedAt,
  })
}

/** The completions that could be read, at least one; else why the first could not. */
function read(
  adapter: Adapter,
  { response }: Attempt,
  signature: Predictor['signature'],
): [Fields, ...Fields[]] | AdapterParseError {
  let failure: AdapterParseError | undefined
  const completions: Fields[] = []
  for (const output of response.outputs) {
    const parsed = readOutput(adapter, output, signature)
    if (AdapterParseError.is(parsed)) failure ??= parsed
    else completions.push(parsed)
  }
  const [first, ...others] = completions
  if (first) return [first, ...others]
  if (failure) return failure
  throw new LMUnexpectedError(
    `${response.model} returned no completion. Try again or use another model.`,
    {
      model: response.model,
    },
  )
}

function readOutput(
  adapter: Adapter,
  output: LMOutput,
  signature: Predictor['signature'],
): Fields | AdapterParseError {
  try {
    const parse = (): object => adapter.parse(signature, output.text)
    return { ...observed('adapterParse', adapter, output.text, parse) }
  } catch (error) {
    if (AdapterParseError.is(error)) return error
    throw error
  }
}

function sumCost(responses: readonly LMResponse[]): number | null {
  let sum = 0
  for (const { costUSD } of responses) {
    if (typeof costUSD !== 'number') return null
    sum += costUSD
  }
  return sum
}
