import { type Module, OptionError, type Predictor } from '@ockham/core'
import type { ResolvedCascadeSearch } from './cascade-search-options.ts'

/** The output fields by which replies of a predictor are compared; undefined where only the whole reply can be. */
export function comparedFields(
  { signature }: Predictor,
  { field, confidenceField }: ResolvedCascadeSearch,
): string[] | undefined {
  const names = signature.outputFields.map(({ name }) => name)
  if (field !== undefined && names.includes(field)) return [field]
  // Models that come to the same answer tell it in words of their own.
  const compared = names.filter((name) => name !== 'reasoning' && name !== confidenceField)
  return compared.length === 0 ? undefined : compared
}

/** Whether a predictor has an output field. */
export function hasOutput({ signature }: Predictor, field: string): boolean {
  return signature.outputFields.some(({ name }) => name === field)
}

/** Throws `OptionError` for a field that was asked for and that no predictor of the program has. */
export function checkRequiredFields(
  program: Module<never, object>,
  { requiredFields }: ResolvedCascadeSearch,
): void {
  for (const [option, field] of requiredFields) {
    if (program.predictors().some((predictor) => hasOutput(predictor, field))) continue
    throw new OptionError(option, `"${field}" is no output field of the program's predictors.`)
  }
}
