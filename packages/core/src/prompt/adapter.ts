import type { LMCapabilities } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { FieldStream } from './field-stream.ts'

/** A worked example for the prompt: fields of the signature by name; some may be missing. */
export type Demo = Readonly<Record<string, unknown>>

/** A prompt adapter: turns a signature and values into messages, and a reply into values. */
export interface Adapter {
  readonly name: string
  /** The messages of one call. */
  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
  ): LMMessage[]
  /** The typed output fields of a reply; throws `AdapterParseError` naming the field at fault. */
  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs
  /** A parser that is fed the reply piece by piece and tells what each field gained. */
  fieldStream(signature: Signature): FieldStream
  /** Settings that make an LM with these capabilities keep to the format. */
  config?(signature: Signature, capabilities: LMCapabilities): LMConfig
}
