import { makePrediction } from '../../../example/make-prediction.ts'
import type { Prediction } from '../../../example/prediction.ts'
import { Module } from '../../../module/module.ts'
import { ChainOfThought } from '../../../predict/chain-of-thought.ts'
import { signature } from '../../../signature/define-signature.ts'
import type { Metric } from '../../metric.ts'
import { askJudge } from '../own-lm.ts'
import { harmonicMean } from './harmonic-mean.ts'
import { resolveSemanticOptions, type SemanticOptions } from './semantic-options.ts'

/** What SemanticF1 may be told. */
export interface SemanticF1Options extends SemanticOptions {
  /** Has the judge list the ideas of both texts before it compares them; false by default. */
  readonly decompositional?: boolean
}

/** What is compared: named as in DSPy's signature. */
export interface SemanticF1Inputs {
  question: string
  ground_truth: string
  system_response: string
}

/** What the judge said, and F1 of it, in [0, 1]. */
export interface SemanticF1Outputs {
  reasoning: string
  recall: number
  precision: number
  score: number
}

/** Which fields a row has; DSPy's names by default. */
export interface SemanticF1Fields<
  Name extends string,
  GoldName extends string,
  Question extends string,
> {
  /** The predicted text; `response` by default. */
  readonly field?: Name
  /** The example's right text; of the same name by default. */
  readonly goldField?: GoldName
  /** The example's question; `question` by default. */
  readonly question?: Question
}

type Texts<Name extends string> = { readonly [Key in Name]: string }

const fields = {
  recall: {
    description: 'share, from 0 to 1, of what the ground truth says that the response says too',
  },
  precision: {
    description: 'share, from 0 to 1, of what the response says that the ground truth says too',
  },
}

const compared = signature(
  'question, ground_truth, system_response -> recall: float, precision: float',
  {
    instructions:
      'Judge how well a response agrees in meaning with the ground truth. Go through the statements of each and look for them in the other. Wording, order and style do not count.',
    fields,
  },
)

const decomposed = signature(
  'question, ground_truth, system_response -> ground_truth_key_ideas, system_response_key_ideas, discussion, recall: float, precision: float',
  {
    instructions:
      'Judge how well a response agrees in meaning with the ground truth. List the ideas of each, say which of them both have, then give the two shares. Wording, order and style do not count.',
    fields: {
      ...fields,
      ground_truth_key_ideas: { description: 'a list of the ideas in the ground truth' },
      system_response_key_ideas: { description: 'a list of the ideas in the response' },
      discussion: { description: 'which ideas both have, and which only one has' },
    },
  },
)

/**
 * An LM judges how much of the right text a response says, and how much of the response is right
 * (dspy.evaluate.SemanticF1, with instructions of our own). `metric()` makes a metric of it. Throws `OptionError`.
 */
export class SemanticF1 extends Module<SemanticF1Inputs, SemanticF1Outputs> {
  module: Module<SemanticF1Inputs, { reasoning: string; recall: number; precision: number }>
  private readonly threshold: number

  constructor(options: SemanticF1Options = {}) {
    super()
    const { threshold, lm } = resolveSemanticOptions(options)
    this.threshold = threshold
    this.module =
      options.decompositional === true
        ? new ChainOfThought(decomposed)
        : new ChainOfThought(compared)
    if (lm) this.setLM(lm)
  }

  override async forward(inputs: SemanticF1Inputs): Promise<Prediction<SemanticF1Outputs>> {
    const prediction = await this.module(inputs)
    const score = harmonicMean(prediction.precision, prediction.recall)
    return makePrediction({ ...prediction, score }, prediction.$meta)
  }

  /** A metric of rows with these fields: the score, and the judge's reasoning as feedback; pass or fail where a trace is given. */
  metric<
    const Name extends string = 'response',
    const GoldName extends string = Name,
    const Question extends string = 'question',
  >(
    names: SemanticF1Fields<Name, GoldName, Question> = {},
  ): Metric<Texts<NoInfer<GoldName | Question>>, Texts<NoInfer<Name>>> {
    const { field = 'response', goldField = field, question = 'question' } = names
    return async (gold, prediction, trace) => {
      const { score, recall, precision, reasoning } = await askJudge(this, () =>
        this({
          question: Reflect.get(gold, question),
          ground_truth: Reflect.get(gold, goldField),
          system_response: Reflect.get(prediction, field),
        }),
      )
      const feedback = `Recall ${recall}, precision ${precision}. ${reasoning}`
      return { score: trace === undefined ? score : score >= this.threshold, feedback }
    }
  }
}
