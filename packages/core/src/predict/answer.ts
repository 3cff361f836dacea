import { AdapterParseError } from '../errors/adapter-parse-error.ts'
import { LMUnexpectedError } from '../errors/lm-unexpected-error.ts'
import { makePrediction } from '../example/make-prediction.ts'
import type { Prediction } from '../example/prediction.ts'
import { isRecord } from '../internal/is-record.ts'
import { sumUsage } from '../lm/attempts/sum-usage.ts'
import type { LMOutput, LMResponse } from '../lm/lm-response.ts'
import type { Predictor } from '../module/predictor.ts'
import type { Adapter, ParseOptions } from '../prompt/adapter.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import type { NativePlan } from '../prompt/native/native-plan.ts'
import { readNative } from '../prompt/native/read-native.ts'
import { observed } from '../settings/observed.ts'
import { currentScope } from '../settings/scope.ts'
import { type Attempt, attempt, countedCall } from './attempt.ts'
import { checkInputs } from './check-inputs.ts'
import { resolveCall } from './resolve-call.ts'
import type { StreamedReply } from './streamed-reply.ts'

type Fields = Readonly<Record<string, unknown>>

const nativeReask = new JSONAdapter()
const toldReask = new JSONAdapter({ useNativeFunctionCalling: false })

/**
 * A predictor's answer: one LM call, and one further call as JSON when the reply of the first cannot be read.
 * Throws `InputError` for inputs that do not match, and `AdapterParseError` when neither reply can be read.
 */
export async function answer(predictor: Predictor, given: object): Promise<Prediction<Fields>> {
  const startedAt = performance.now()
  const inputs = checkInputs(predictor.signature, given)
  const call = resolveCall(predictor)
  const { sink } = currentScope()
  const streamed = sink?.open(predictor)
  const first = await attempt({ ...call, predictor, inputs, streamed })
  const attempts = [first]
  const extracted: LMResponse[] = []
  const options = parseOptions(predictor, call.signal, extracted, first.stream)
  let completions = await read(call.adapter, first, options)
  if (AdapterParseError.is(completions)) {
    // A reply that was cut off would only be cut off again.
    await first.stream?.restart()
    if (first.response.outputs.some((output) => output.finishReason === 'length')) throw completions
    const reask = call.adapter.useNativeFunctionCalling ? nativeReask : toldReask
    const second = await attempt({
      ...call,
      adapter: reask,
      predictor,
      inputs,
      streamed,
      retry: completions,
    })
    attempts.push(second)
    completions = await read(reask, second, options)
    if (AdapterParseError.is(completions)) {
      await second.stream?.restart()
      throw completions
    }
  }
  const [outputs, ...others] = completions
  const last = attempts.at(-1) ?? first
  await last.stream?.complete(outputs)
  const { trace } = currentScope()
  trace?.push({ predictor, inputs, outputs })
  const responses = [...attempts.map(({ response }) => response), ...extracted]
  return makePrediction(outputs, {
    model: last.response.model,
    usage: sumUsage(responses.map(({ usage }) => usage)),
    costUSD: sumCost(responses),
    cached: responses.every((response) => response.cached === true),
    completions: [outputs, ...others],
    attempts: responses.length,
    durationMs: performance.now() - startedAt,
  })
}

/** The completions that could be read, at least one; else why the first could not. */
async function read(
  adapter: Adapter,
  { response, plan }: Attempt,
  options: ParseOptions,
): Promise<[Fields, ...Fields[]] | AdapterParseError> {
  let failure: AdapterParseError | undefined
  const completions: Fields[] = []
  for (const output of response.outputs) {
    const reading = readOutput(adapter, output, plan, options)
    const parsed = reading instanceof Promise ? await reading : reading
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

type OutputRead = Fields | AdapterParseError

// Most adapters read at once; waiting for nothing would cost every call.
function readOutput(
  adapter: Adapter,
  output: LMOutput,
  plan: NativePlan,
  options: ParseOptions,
): OutputRead | Promise<OutputRead> {
  const parse = (text: string): object | Promise<object> =>
    observed('adapterParse', adapter, text, () => adapter.parse(plan.told, text, options))
  try {
    const fields = readNative(adapter.name, plan, output, parse)
    return fields instanceof Promise ? fields.then(asFields, asParseError) : asFields(fields)
  } catch (error) {
    return asParseError(error)
  }
}

function asFields(fields: object): Fields {
  return isRecord(fields) ? fields : {}
}

function asParseError(error: unknown): AdapterParseError {
  if (AdapterParseError.is(error)) return error
  throw error
}

// An adapter may call an LM of its own to read a reply.
function parseOptions(
  predictor: Predictor,
  signal: AbortSignal | undefined,
  extracted: LMResponse[],
  stream: StreamedReply | undefined,
): ParseOptions {
  return {
    ...(signal ? { signal } : {}),
    generate: async (lm, request, makeParser) => {
      // Of several completions the first is shown.
      const shows = makeParser !== undefined && extracted.length === 0
      const shown = shows ? stream?.readFrom(makeParser) : undefined
      const response = await countedCall(lm, request, { stream: shown, predictor })
      extracted.push(response)
      return response
    },
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
