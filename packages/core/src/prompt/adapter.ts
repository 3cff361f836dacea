import type { LM, LMCapabilities } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { LMRequest } from '../lm/lm-request.ts'
import type { LMResponse } from '../lm/lm-response.ts'
import type { Field } from '../signature/field.ts'
import type { Signature } from '../signature/signature.ts'
import type { FieldStream } from './field-stream.ts'
import type { PartialValue } from './partial/partial-value.ts'

/** A worked example for the prompt: fields of the signature by name; some may be missing. */
export type Demo = Readonly<Record<string, unknown>>

/** What `format` may be told beside the values. */
export interface FormatOptions {
  /** Whether earlier tool calls are messages of their own; by default where the adapter gives tools to LMs. */
  native?: boolean
}

/** With what `parse` may call an LM of its own. */
export interface ParseOptions {
  signal?: AbortSignal
  /** Makes the call, so that it is watched and counted; by the parser of its reply, it streams too. */
  generate?: (lm: LM, request: LMRequest, makeParser?: () => FieldStream) => Promise<LMResponse>
}

/** A prompt adapter: turns a signature and values into messages, and a reply into values. */
export interface Adapter {
  readonly name: string
  /** Whether tools are given to LMs that can call them. */
  readonly useNativeFunctionCalling?: boolean
  /** The messages of one call. */
  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
    options?: FormatOptions,
  ): LMMessage[]
  /** The typed output fields of a reply; throws `AdapterParseError` naming the field at fault. */
  parse<Outputs extends object>(
    signature: Signature<object, Outputs>,
    text: string,
    options?: ParseOptions,
  ): Outputs | Promise<Outputs>
  /** A parser that is fed the reply piece by piece and tells what each field gained. */
  fieldStream(signature: Signature): FieldStream
  /** A reader of a field's value from the text that `fieldStream` tells; without it the text is read as JSON. */
  partialValue?(field: Field): PartialValue
  /** Settings that make an LM with these capabilities keep to the format. */
  config?(signature: Signature, capabilities: LMCapabilities): LMConfig
}
