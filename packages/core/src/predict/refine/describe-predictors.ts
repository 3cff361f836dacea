import type { Predictor } from '../../module/predictor.ts'
import { listedFields } from '../../prompt/field-list.ts'

/** The predictors of a program in words: the fields and the instructions of each. */
export function describePredictors(predictors: readonly [string, Predictor][]): string {
  return predictors.map(describe).join('\n\n')
}

function describe([name, { signature }]: [string, Predictor]): string {
  return [
    `Module ${name}`,
    `Input fields:\n${indented(listedFields(signature.inputFields))}`,
    `Output fields:\n${indented(listedFields(signature.outputFields))}`,
    `Instructions:\n${indented(signature.instructions)}`,
  ].join('\n')
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
