import {
  AdapterParseError,
  type CallOptions,
  type Module,
  Predict,
  type Signature,
  signature,
} from '@ockham/core'
import {
  type DescribeProgramOptions,
  describeProgram,
} from '../describe-program/describe-program.ts'
import { renderExamples } from '../render-trace/render-examples.ts'
import { renderTrace, type TracedRun } from '../render-trace/render-trace.ts'

/** A run and its reward. */
export interface RewardedRun extends TracedRun {
  readonly reward: number
}

/** Two runs of one program on one example. */
export interface CompareRunsOptions extends DescribeProgramOptions {
  readonly program: Module<never, object>
  /** What both ran on, with its labels. */
  readonly example: object
  readonly better: RewardedRun
  readonly worse: RewardedRun
  /** The most characters of each run in the prompt; 40,000 by default. */
  readonly maxCharacters?: number
}

interface Comparison {
  program_description: string
  program_example: string
  better_run: string
  better_reward: number
  worse_run: string
  worse_reward: number
  module_names: string[]
}

interface Advice {
  discussion: string
  module_advice: Record<string, string>
}

const comparison: Signature<Comparison, Advice> = signature(
  `program_description, program_example, better_run, better_reward: float, worse_run,
   worse_reward: float, module_names: list[str] -> discussion, module_advice: dict[str, str]`,
  {
    instructions: [
      'A program made of modules ran twice on the same example. One run earned a higher reward. Find the step',
      'at which the runs part, and what made the better one better. Then write for each module that had a',
      'share in it what to do and what to avoid when inputs like these come again. Say by what such inputs',
      'can be told, since the advice is added to the instructions of the module for all inputs, and do not',
      'give away the answer of the example. For a module that had no share in it, answer N/A.',
    ].join('\n'),
    fields: {
      program_description: { description: 'the modules of the program and their instructions' },
      program_example: { description: 'what the program ran on, with the right answer if known' },
      better_run: { description: 'the calls of the modules, in order' },
      worse_run: { description: 'the calls of the modules, in order' },
      module_names: { description: 'the modules that may need advice' },
      discussion: { description: 'where the runs part, and why one is better' },
      module_advice: { description: 'for each name in module_names: its advice, or N/A' },
    },
  },
)

const none = /^\W*(?:n\/?a|none)?\W*$/i

/**
 * Advice for predictors, by their names, out of a better and a worse run (SIMBA's append_a_rule). Empty
 * when the LM has none or its reply cannot be read; throws what the LM throws.
 */
export async function compareRuns(
  { program, example, better, worse, maxCharacters, showSource = true }: CompareRunsOptions,
  call?: CallOptions,
): Promise<Map<string, string>> {
  const names = program.namedPredictors().map(([name]) => name)
  const inputs: Comparison = {
    program_description: describeProgram(program, { showSource }),
    program_example: renderExamples([example], maxCharacters),
    better_run: renderTrace(better, maxCharacters),
    better_reward: better.reward,
    worse_run: renderTrace(worse, maxCharacters),
    worse_reward: worse.reward,
    module_names: names,
  }
  try {
    const { module_advice } = await new Predict(comparison)(inputs, call)
    const advice = names.map((name): [string, string] => [name, module_advice[name]?.trim() ?? ''])
    return new Map(advice.filter(([, text]) => !none.test(text)))
  } catch (error) {
    if (AdapterParseError.is(error)) return new Map()
    throw error
  }
}
