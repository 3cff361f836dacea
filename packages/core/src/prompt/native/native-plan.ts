import { SignatureError } from '../../errors/signature-error.ts'
import type { LMCapabilities } from '../../lm/lm.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import type { LMTool } from '../../lm/lm-tool.ts'
import type { SpecialName } from '../../schema/field-type.ts'
import { isJSONObject } from '../../schema/json-object.ts'
import { readSpecial } from '../../schema/special/read-special.ts'
import { toJSON } from '../../schema/special/to-json.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter } from '../adapter.ts'
import { perSignature } from '../per-signature.ts'
import { fieldsOfType, toolField } from './native-fields.ts'
import { withoutFields } from './without-fields.ts'

/** Which fields of a call an LM takes or gives by itself, outside of the prompt and the text of its reply. */
export interface NativePlan {
  /** The whole signature. */
  readonly signature: Signature
  /** What the prompt and the text of the reply tell of. */
  readonly told: Signature
  /** Settings that make the LM do the rest. */
  readonly config: LMConfig
  /** The output that tool calls go to, when the LM makes them natively. */
  readonly toolCalls: string | undefined
  /** Whether documents are to be quoted from. */
  readonly citations: boolean
}

/**
 * Plans a call as DSPy's adapters do: tools to an LM that can call them, if the adapter is told to; a
 * `Reasoning` output from one that tells its thoughts; `Citations` from one that quotes.
 * Throws `SignatureError` for an output of tool calls without an input of tools.
 */
export function planNative(
  adapter: Adapter,
  signature: Signature,
  inputs: Readonly<Record<string, unknown>>,
  capabilities: LMCapabilities,
  config: LMConfig,
): NativePlan {
  const plain = plainPlan(signature)
  if (plain.isWhole) return plain.plan
  const { inputFields, outputFields } = signature
  const calls = adapter.useNativeFunctionCalling
    ? fieldsOfType(outputFields, 'ToolCalls')[0]
    : undefined
  const tools = calls ? toolField(inputFields) : undefined
  if (calls && !tools) {
    throw new SignatureError(
      `The output \`${calls.name}\` takes tool calls, and no input brings tools: add one such as \`tools: list[Tool]\`.`,
      calls.name,
    )
  }
  const makesCalls = calls !== undefined && tools !== undefined && capabilities.tools === true
  const thinks = capabilities.reasoning === true && config.reasoningEffort !== 'none'
  const thoughts = thinks ? fieldsOfType(outputFields, 'Reasoning') : []
  const quotes = capabilities.citations === true ? fieldsOfType(outputFields, 'Citations') : []
  const untold = [...(makesCalls ? [calls, tools] : []), ...thoughts, ...quotes]
  return {
    signature,
    told: untold.length === 0 ? signature : withoutFields(signature, untold),
    config: {
      ...(makesCalls ? { tools: toolsIn(inputs[tools.name]) } : {}),
      ...(thoughts.length > 0 ? { reasoningEffort: config.reasoningEffort ?? 'low' } : {}),
    },
    toolCalls: makesCalls ? calls.name : undefined,
    citations: quotes.length > 0,
  }
}

const nativeNames: readonly SpecialName[] = ['ToolCalls', 'Reasoning', 'Citations']

// Most signatures have nothing that an LM could do by itself.
const plainPlan = perSignature((signature) => ({
  isWhole: nativeNames.every((name) => fieldsOfType(signature.outputFields, name).length === 0),
  plan: { signature, told: signature, config: {}, toolCalls: undefined, citations: false },
}))

function toolsIn(value: unknown): LMTool[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((one) => {
    const { name, description, parameters } = readSpecial('Tool', one)
    const schema = toJSON(parameters)
    return {
      name,
      ...(description ? { description } : {}),
      parameters: isJSONObject(schema) ? schema : {},
    }
  })
}
