import { OptionError } from '../../errors/option-error.ts'
import type { LM } from '../lm.ts'
import type { LMResponse } from '../lm-response.ts'
import { comparedAnswer, isBlank, normalAnswer } from './compared-answer.ts'
import type { Confidence } from './confidence.ts'
import { resolveThreshold } from './resolve-threshold.ts'

/** Whom `modelsAgree` asks, and how it compares. */
export interface ModelsAgreeOptions {
  /** Gets the same request: a cheap LM too, best of another family than the one that is judged. */
  lm: LM
  /** Compares one output field, or several. Default: the whole text. */
  field?: string | readonly string[]
  /** What to compare, instead of `field`; equal as JSON means equal. */
  extract?: (response: LMResponse) => unknown
  /** Default 0.5. What agrees counts 1, and all else 0. */
  threshold?: number
}

/**
 * Asks another LM the same: 1 when it answers the same, 0 when not. Empty answers, and fields that are not there, agree
 * with nothing. Throws `OptionError` for a list without a field.
 */
export function modelsAgree(options: ModelsAgreeOptions): Confidence {
  const { lm: other, field, extract = (response) => comparedAnswer(response, field) } = options
  if (Array.isArray(field) && field.length === 0) {
    throw new OptionError('field', 'is an empty list: name a field, or leave it out.')
  }
  return {
    threshold: resolveThreshold(options.threshold, 0.5),
    lms: [other],
    async judge({ request, response, lm, ask }) {
      if (lm === other) return { confidence: 0, reason: `${lm.model} is not asked about itself` }
      const answer = extract(response)
      // Whatever the other says, it will not agree, so the call is saved.
      if (isBlank(answer)) return { confidence: 0, reason: 'the answer is empty' }
      const second = await ask(request, other)
      const agrees = normalAnswer(extract(second)) === normalAnswer(answer)
      return { confidence: agrees ? 1 : 0, reason: `${other.model} ${agrees ? '' : 'dis'}agrees` }
    },
  }
}
