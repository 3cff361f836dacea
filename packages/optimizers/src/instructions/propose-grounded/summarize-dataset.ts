import { type CallOptions, OptionError, type Signature, signature } from '@ockham/core'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { askForText } from '../ask/ask-for-text.ts'
import { dataNotice } from '../ask/data-notice.ts'
import { renderExamples } from '../render-trace/render-examples.ts'

/** What to look at, and in which portions. */
export interface SummarizeDatasetOptions {
  readonly trainset: readonly object[]
  /** Examples in one look; 10 by default. */
  readonly viewDataBatchSize?: number
  /** The most characters of examples in one prompt; 40,000 by default. */
  readonly maxCharacters?: number
}

const defaultBatchSize = 10
/** Looks at a dataset, before they are summed up. */
export const mostLooks = 10
const mostComplete = 5

const observing: Signature = signature('examples, prior_observations -> observations', {
  instructions: [
    'These examples are part of a dataset. Write down what holds for many of them: what they are about, how',
    'the inputs are written, how the labels follow from them, how long they are, what is hard in them.',
    'Do not repeat the prior observations, only add to them. When there is nothing to add, answer with the',
    'one word COMPLETE.',
    dataNotice,
  ].join('\n'),
  fields: {
    prior_observations: { description: 'what was seen in other examples of the dataset' },
    observations: { description: 'what is new, or COMPLETE' },
  },
})

const summing: Signature = signature('observations -> summary', {
  instructions:
    'Sum up the observations of a dataset in two or three sentences that keep what matters for its task.',
  fields: { summary: { description: 'two or three sentences and nothing else' } },
})

/**
 * A dataset in two or three sentences, by at most ten looks at it and one call to sum up; five looks that
 * add nothing end it (MIPROv2's dataset summary). Throws `OptionError`, and what the LM throws.
 */
export async function summarizeDataset(
  { trainset, viewDataBatchSize = defaultBatchSize, maxCharacters }: SummarizeDatasetOptions,
  call?: CallOptions,
): Promise<string> {
  checkWholeNumber('viewDataBatchSize', viewDataBatchSize, 1)
  if (trainset.length === 0) throw new OptionError('trainset', 'must hold at least one example.')
  const observations: string[] = []
  let complete = 0
  const looks = Math.min(mostLooks, Math.ceil(trainset.length / viewDataBatchSize))
  for (let look = 0; look < looks && complete < mostComplete; look += 1) {
    const batch = trainset.slice(look * viewDataBatchSize, (look + 1) * viewDataBatchSize)
    const inputs = {
      examples: renderExamples(batch, maxCharacters),
      prior_observations: observations.join('\n') || '(none yet)',
    }
    const seen = (await askForText(observing, inputs, call)).trim()
    if (/^\W*complete/i.test(seen)) complete += 1
    else if (seen !== '') observations.push(seen)
  }
  if (observations.length === 0) return ''
  return (await askForText(summing, { observations: observations.join('\n') }, call)).trim()
}
