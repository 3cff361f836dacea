import { OptionError } from '../../errors/option-error.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import { comparedAnswer, normalAnswer } from './compared-answer.ts'
import type { Confidence } from './confidence.ts'
import { resolveThreshold } from './resolve-threshold.ts'

/** How `agreement` samples and compares. */
export interface AgreementOptions {
  /** Replies in all, the first one counted. Default 3. */
  samples?: number
  /** The share of the samples that must agree. Default 0.6. */
  threshold?: number
  /** Compares one output field, or several. Default: the whole text. */
  field?: string | readonly string[]
  /** What to compare, instead of `field`; equal as JSON means equal. */
  extract?: (response: LMResponse) => unknown
  /** That of the further samples, unless the request has a higher one. Default 0.7. */
  temperature?: number
}

/** Asks the cheap LM several times: the share of replies that are equal. The most frequent one is taken. */
export function agreement(options: AgreementOptions = {}): Confidence {
  const {
    samples = 3,
    temperature = 0.7,
    field,
    extract = (response) => comparedAnswer(response, field),
  } = options
  if (!Number.isInteger(samples) || samples < 2) {
    throw new OptionError('samples', 'must be a whole number from 2.')
  }
  const another = ({ config = {}, ...request }: LMRequest, index: number): LMRequest => ({
    ...request,
    config: {
      ...config,
      temperature: Math.max(temperature, config.temperature ?? 0),
      // A cache must not answer each with the same reply.
      rolloutId: (config.rolloutId ?? 0) + index,
    },
  })
  return {
    threshold: resolveThreshold(options.threshold, 0.6),
    calls: samples,
    async judge({ request, response, ask }) {
      const further = Array.from({ length: samples - 1 }, (_, index) =>
        ask(another(request, index + 1)),
      )
      const settled = await Promise.allSettled(further)
      throwIfAborted(request.signal)
      const replies = [
        response,
        ...settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
      ]
      const group = largestGroup(replies, extract)
      const reason = `${group.length} of ${samples} samples agree`
      return { confidence: group.length / samples, response: group[0] ?? response, reason }
    },
  }
}

function largestGroup(
  replies: readonly LMResponse[],
  extract: (response: LMResponse) => unknown,
): readonly LMResponse[] {
  const groups = new Map<string, LMResponse[]>()
  for (const reply of replies) {
    const key = normalAnswer(extract(reply))
    groups.set(key, [...(groups.get(key) ?? []), reply])
  }
  return [...groups.values()].reduce(
    (most, group) => (group.length > most.length ? group : most),
    [],
  )
}
