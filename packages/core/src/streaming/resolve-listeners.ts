import { OptionError } from '../errors/option-error.ts'
import { findPredictors } from '../module/find-predictors.ts'
import type { AnyStreamListener } from './stream-listener.ts'

/**
 * Listeners with the predictor of a lone field filled in. Throws `OptionError` that lists what there is for a
 * name that the program lacks, and for a field that several predictors have.
 */
export function resolveListeners(
  program: object,
  listeners: readonly AnyStreamListener[],
): AnyStreamListener[] {
  const fields = new Map<string, readonly string[]>()
  for (const [name, { signature }] of findPredictors(program)) {
    fields.set(name, Object.keys(signature.outputs))
  }
  // What a plain function calls shows only when it runs.
  return listeners.map((listener) => (fields.size === 0 ? listener : resolve(listener, fields)))
}

function resolve(
  listener: AnyStreamListener,
  fields: ReadonlyMap<string, readonly string[]>,
): AnyStreamListener {
  const { predictor, field } = listener
  if (predictor === undefined && field === undefined) {
    throw unknown('has a listener that names neither `predictor` nor `field`', fields)
  }
  if (predictor !== undefined) {
    const own = fields.get(predictor)
    if (!own) throw unknown(`names the predictor \`${predictor}\`, which the program lacks`, fields)
    if (field !== undefined && !own.includes(field)) {
      throw unknown(`names the field \`${field}\`, which \`${predictor}\` lacks`, fields)
    }
    return listener
  }
  const [owner, ...others] = [...fields].filter(([, own]) => own.includes(field ?? ''))
  if (!owner) throw unknown(`names the field \`${field}\`, which no predictor has`, fields)
  if (others.length > 0) {
    throw unknown(
      `names the field \`${field}\`, which several have: name the \`predictor\` too`,
      fields,
    )
  }
  return { ...listener, predictor: owner[0] }
}

function unknown(fault: string, fields: ReadonlyMap<string, readonly string[]>): OptionError {
  const all = [...fields].map(([name, own]) => `\`${name}\` (${own.join(', ')})`)
  return new OptionError('listen', `${fault}. There is ${all.join(', ')}.`)
}
