import { makePrediction } from '../../../example/make-prediction.ts'
import type { Prediction } from '../../../example/prediction.ts'
import { Module } from '../../../module/module.ts'
import { ChainOfThought } from '../../../predict/chain-of-thought.ts'
import { signature } from '../../../signature/define-signature.ts'
import type { Metric } from '../../metric.ts'
import { askJudge } from '../own-lm.ts'
import { harmonicMean } from './harmonic-mean.ts'
import type { SemanticF1Fields, SemanticF1Inputs } from './semantic-f1.ts'
import { resolveSemanticOptions, type SemanticOptions } from './semantic-options.ts'

/** What is judged: named as in DSPy's signatures. */
export interface CompleteAndGroundedInputs extends SemanticF1Inputs {
  retrieved_context: string | readonly string[]
}

/** What the judge said, and the harmonic mean of it, in [0, 1]. */
export interface CompleteAndGroundedOutputs {
  completeness: number
  groundedness: number
  score: number
  /** The judge's discussions of both. */
  feedback: string
}

/** Which fields a row has; DSPy's names by default. */
export interface CompleteAndGroundedFields<
  Name extends string,
  GoldName extends string,
  Question extends string,
  Context extends string,
> extends SemanticF1Fields<Name, GoldName, Question> {
  /** The predicted passages, one text or a list; `context` by default. */
  readonly context?: Context
}

type Texts<Name extends string> = { readonly [Key in Name]: string }
type Passages<Name extends string> = { readonly [Key in Name]: string | readonly string[] }

const answerCompleteness = signature(
  'question, ground_truth, system_response -> ground_truth_key_ideas, system_response_key_ideas, discussion, completeness: float',
  {
    instructions:
      'Judge how complete a response is. List the ideas of the ground truth and of the response, say which of the first are among the second, then give their share.',
    fields: {
      ground_truth_key_ideas: { description: 'a list of the ideas in the ground truth' },
      system_response_key_ideas: { description: 'a list of the ideas in the response' },
      discussion: {
        description: 'which ideas of the ground truth the response has, and which it lacks',
      },
      completeness: {
        description: 'share, from 0 to 1, of the ground truth that the response covers',
      },
    },
  },
)

const answerGroundedness = signature(
  'question, retrieved_context, system_response -> system_response_claims, discussion, groundedness: float',
  {
    instructions:
      'Judge how well a response rests on the retrieved context. List its claims that a reader would want to check, say for each whether the context, with common knowledge, supports it, then give the share that it supports.',
    fields: {
      system_response_claims: {
        description: 'a list of the claims of the response that need support',
      },
      discussion: { description: 'which claims the context supports, and which it does not' },
      groundedness: { description: 'share, from 0 to 1, of the claims that the context supports' },
    },
  },
)

/**
 * An LM judges whether a response says all that is right, and only what its passages support
 * (dspy.evaluate.CompleteAndGrounded, with instructions of our own). `metric()` makes a metric of it.
 * Throws `OptionError`.
 */
export class CompleteAndGrounded extends Module<
  CompleteAndGroundedInputs,
  CompleteAndGroundedOutputs
> {
  completenessModule: Module<SemanticF1Inputs, { discussion: string; completeness: number }> =
    new ChainOfThought(answerCompleteness)
  groundednessModule: Module<
    { question: string; retrieved_context: string; system_response: string },
    { discussion: string; groundedness: number }
  > = new ChainOfThought(answerGroundedness)
  private readonly threshold: number

  constructor(options: SemanticOptions = {}) {
    super()
    const { threshold, lm } = resolveSemanticOptions(options)
    this.threshold = threshold
    if (lm) this.setLM(lm)
  }

  override async forward(
    inputs: CompleteAndGroundedInputs,
  ): Promise<Prediction<CompleteAndGroundedOutputs>> {
    const { question, ground_truth, system_response, retrieved_context } = inputs
    const context =
      typeof retrieved_context === 'string' ? retrieved_context : retrieved_context.join('\n\n')
    const [complete, grounded] = await Promise.all([
      this.completenessModule({ question, ground_truth, system_response }),
      this.groundednessModule({ question, retrieved_context: context, system_response }),
    ])
    const { completeness } = complete
    const { groundedness } = grounded
    const score = harmonicMean(groundedness, completeness)
    const feedback = `Completeness ${completeness}: ${complete.discussion}\nGroundedness ${groundedness}: ${grounded.discussion}`
    return makePrediction({ completeness, groundedness, score, feedback }, grounded.$meta)
  }

  /** A metric of rows with these fields: the score and the judge's words; pass or fail where a trace is given. */
  metric<
    const Name extends string = 'response',
    const GoldName extends string = Name,
    const Question extends string = 'question',
    const Context extends string = 'context',
  >(
    names: CompleteAndGroundedFields<Name, GoldName, Question, Context> = {},
  ): Metric<
    Texts<NoInfer<GoldName | Question>>,
    Texts<NoInfer<Name>> & Passages<NoInfer<Context>>
  > {
    const {
      field = 'response',
      goldField = field,
      question = 'question',
      context = 'context',
    } = names
    return async (gold, prediction, trace) => {
      const { score, feedback } = await askJudge(this, () =>
        this({
          question: Reflect.get(gold, question),
          ground_truth: Reflect.get(gold, goldField),
          system_response: Reflect.get(prediction, field),
          retrieved_context: Reflect.get(prediction, context),
        }),
      )
      return { score: trace === undefined ? score : score >= this.threshold, feedback }
    }
  }
}
