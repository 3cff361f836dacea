import { hideSecrets } from '../../internal/hide-secrets.ts'
import { isRecord } from '../../internal/is-record.ts'
import type { CallKind } from '../callback.ts'

/** What a span shows of the inputs of some work. */
export function spanInputs(kind: CallKind, inputs: unknown): unknown {
  if (!isRecord(inputs)) return inputs
  if (kind === 'lm') {
    const { messages, config } = inputs
    return { messages, config: isRecord(config) ? withoutSecrets(config) : config }
  }
  // The rows are the inputs of the modules inside.
  if (kind === 'evaluate') return { examples: lengthOf(inputs['devset']) }
  return inputs
}

function withoutSecrets(config: Readonly<Record<string, unknown>>): object {
  const { extra } = config
  return extra === undefined ? config : { ...config, extra: hideSecrets(extra) }
}

function lengthOf(devset: unknown): number | undefined {
  return Array.isArray(devset) ? devset.length : undefined
}
