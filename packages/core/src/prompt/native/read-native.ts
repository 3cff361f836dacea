import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { isRecord } from '../../internal/is-record.ts'
import type { LMFinishReason, LMOutput } from '../../lm/lm-response.ts'
import { parseLenientJSON } from '../../schema/lenient-json/parse-lenient-json.ts'
import { parseStrictJSON } from '../../schema/lenient-json/parse-strict-json.ts'
import { specialForms } from '../../schema/special/special-forms.ts'
import type { Field } from '../../signature/field.ts'
import { plainType } from '../plain-type.ts'
import { missingValue } from '../reading/read-fields.ts'
import type { NativePlan } from './native-plan.ts'

type Fields = Record<string, unknown>

type Parse = (text: string) => object | Promise<object>

/**
 * All outputs of a reply: those that `parse` reads in its text, and those that came beside it. Of a reply
 * that calls tools, texts it lacks are empty. Throws `AdapterParseError`.
 */
export function readNative(
  adapter: string,
  plan: NativePlan,
  output: LMOutput,
  parse: Parse,
): object | Promise<object> {
  const isPlain = plan.told === plan.signature && !output.reasoning && !output.citations
  return isPlain ? parse(output.text) : readParts(adapter, plan, output, parse)
}

async function readParts(
  adapter: string,
  plan: NativePlan,
  output: LMOutput,
  parse: Parse,
): Promise<Fields> {
  const calls = plan.toolCalls === undefined ? [] : (output.toolCalls ?? [])
  const told = await readTold(plan, output, calls.length > 0, parse)
  const values: Fields = {}
  for (const field of plan.signature.outputFields) {
    const value = besides(adapter, field, plan, output) ?? told[field.name] ?? untold(field)
    if (value === undefined && field.optional !== true) throw lacks(adapter, field, output, values)
    values[field.name] = value
  }
  return values
}

async function readTold(
  { told, toolCalls }: NativePlan,
  { text, finishReason }: LMOutput,
  callsTools: boolean,
  parse: Parse,
): Promise<Fields> {
  // LMs that were given tools leave the form of the prompt also where they call none.
  const mayBeBare = toolCalls !== undefined && text.trim() !== '' && finishReason !== 'length'
  // A reply without calls is read like any other; where only calls were asked for, its text is idle.
  if (!callsTools && !mayBeBare && told.outputFields.length > 0) return { ...(await parse(text)) }
  if (text.trim() === '' || told.outputFields.length === 0) return {}
  try {
    return { ...(await parse(text)) }
  } catch (error) {
    if (!AdapterParseError.is(error)) throw error
    // DSPy drops what was said beside the calls; where there is one text to give, it is that.
    const texts = told.outputFields.filter(isText)
    const [only, ...others] = texts
    if (only && others.length === 0) return { [only.name]: text.trim() }
    if (callsTools) return {}
    throw error
  }
}

function besides(adapter: string, field: Field, plan: NativePlan, output: LMOutput): unknown {
  const { name, type } = field
  if (type.kind !== 'special') return undefined
  if (name === plan.toolCalls) return { toolCalls: callsIn(adapter, name, output) }
  if (type.name === 'Reasoning' && output.reasoning) return output.reasoning
  if (type.name === 'Citations' && output.citations) return { citations: output.citations }
  return undefined
}

function callsIn(adapter: string, field: string, output: LMOutput): unknown[] {
  const { text, toolCalls = [], finishReason } = output
  return toolCalls.map(({ id, name, arguments: json }) => {
    const args = readArguments(json, finishReason)
    const result = specialForms.ToolCall.read({ id, name, args })
    if (isRecord(args) && result.ok) return result.value
    const reason = `the call of \`${name}\` has arguments that cannot be read: ${json}`
    throw new AdapterParseError({ adapter, text, partial: {}, field, reason })
  })
}

// Half a path is another path: what was cut off is not made whole. No arguments may be an empty text.
function readArguments(json: string, finishReason: LMFinishReason): unknown {
  const text = json.trim() || '{}'
  return finishReason === 'length' ? parseStrictJSON(text, 'plain') : parseLenientJSON(text)
}

// What a reply does not say in words: nothing was thought, quoted or told.
function untold(field: Field): unknown {
  if (isText(field)) return ''
  const { type } = field
  if (type.kind === 'special' && type.name === 'Citations') return { citations: [] }
  const missing = missingValue(field)
  return 'value' in missing ? missing.value : undefined
}

function isText({ type }: Field): boolean {
  const plain = plainType(type)
  return plain.kind === 'str' || (plain.kind === 'special' && plain.name === 'Reasoning')
}

function lacks(
  adapter: string,
  field: Field,
  output: LMOutput,
  partial: Fields,
): AdapterParseError {
  return new AdapterParseError({
    adapter,
    text: output.text,
    partial,
    field: field.name,
    reason: 'the reply calls tools and does not give it; declare it Optional if that may be',
  })
}
