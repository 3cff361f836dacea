import { type LM, type Metric, OptionError } from '@ockham/core'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import type { FinetuneProvider } from './finetune-provider.ts'

/** What is learned, and where. */
export interface BootstrapFinetuneOptions<Gold extends object, Outputs extends object> {
  /** Says whether a run of the teacher is worth learning: any score above 0; without it every run is. */
  metric?: Metric<Gold, Outputs>
  /** The least score that is worth learning, instead of any above 0. */
  metricThreshold?: number
  /** Where models are fine-tuned; without it the report has the files, and nothing is trained. */
  provider?: FinetuneProvider
  /** Makes an LM of a new model's name, such as `(model) => openai(model)`; needed with a provider. */
  makeLM?: (model: string) => LM
  /** The model to begin with, as the provider calls it; by default that of each predictor's LM. */
  model?: string
  /** Settings of the training, under the provider's own names. */
  hyperparameters?: Readonly<Record<string, number | string>>
  /** Whether predictors of the same model learn together; else each has a model of its own. True by default. */
  multitask?: boolean
  /** Whether prompts have no demonstrations, while learning and from then on; false by default. */
  excludeDemos?: boolean
  /** Seconds between questions to the provider; 10 by default. */
  pollSeconds?: number
  /** More failing runs than this end it; no limit by default. */
  maxErrors?: number
  /** Of every random choice; 0 by default. */
  seed?: number
  /** Examples in flight at a time; 8 by default. */
  concurrency?: number
}

type Defaults = Required<
  Pick<
    BootstrapFinetuneOptions<object, object>,
    'multitask' | 'excludeDemos' | 'pollSeconds' | 'maxErrors' | 'seed' | 'concurrency'
  >
>

const defaults: Defaults = {
  multitask: true,
  excludeDemos: false,
  pollSeconds: 10,
  maxErrors: Number.POSITIVE_INFINITY,
  seed: 0,
  concurrency: 8,
}

/** The options with every default filled in. */
export type ResolvedBootstrapFinetune<
  Gold extends object,
  Outputs extends object,
> = BootstrapFinetuneOptions<Gold, Outputs> & Defaults

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveBootstrapFinetuneOptions<Gold extends object, Outputs extends object>(
  options: BootstrapFinetuneOptions<Gold, Outputs>,
): ResolvedBootstrapFinetune<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  if (resolved.provider && typeof resolved.makeLM !== 'function') {
    throw new OptionError('makeLM', 'must be a function that makes an LM of a new model’s name.')
  }
  if (!(resolved.pollSeconds >= 0)) {
    throw new OptionError('pollSeconds', `must be 0 or more, not ${resolved.pollSeconds}.`)
  }
  if (resolved.maxErrors !== Number.POSITIVE_INFINITY) {
    checkWholeNumber('maxErrors', resolved.maxErrors, 0)
  }
  checkWholeNumber('concurrency', resolved.concurrency, 1)
  checkSeed(resolved.seed)
  return resolved
}
