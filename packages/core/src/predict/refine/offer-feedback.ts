import { signature } from '../../signature/define-signature.ts'
import type { Signature } from '../../signature/signature.ts'

/** What an adviser is told of an attempt. */
export interface AttemptReport {
  modules_defn: string
  program_inputs: string
  program_trajectory: string
  program_outputs: string
  reward_description: string
  target_threshold: number
  reward_value: number
  module_names: string[]
}

/** What an adviser answers: advice by the name of a predictor. */
interface Feedback {
  discussion: string
  advice: Record<string, string>
}

/** How an LM is asked what to do better after an attempt whose reward was too low (dspy's OfferFeedback). */
export const offerFeedback: Signature<AttemptReport, Feedback> = signature(
  `modules_defn, program_inputs, program_trajectory, program_outputs, reward_description,
   target_threshold: float, reward_value: float, module_names: list[str]
   -> discussion, advice: dict[str, str]`,
  {
    instructions: [
      'A program made of several modules was run once, and its result was scored lower than the target.',
      'Find out which modules caused that. Then tell each of those modules what to do when the program',
      'is run on these inputs again. A module knows nothing of this run or of the other modules: your',
      'advice is all it gets, so name the mistake and say what exactly to do in its place.',
      'For a module that did nothing wrong, answer N/A.',
    ].join('\n'),
    fields: {
      modules_defn: { description: 'what each module takes and gives, and its instructions' },
      program_inputs: { description: 'what the program was run on' },
      program_trajectory: { description: 'the modules as they ran, with their inputs and outputs' },
      program_outputs: { description: 'the result' },
      reward_description: { description: 'how results are scored' },
      target_threshold: { description: 'the score to reach' },
      reward_value: { description: 'the score of this result' },
      module_names: { description: 'the modules that may need advice' },
      discussion: { description: 'which modules went wrong, where, and why' },
      advice: { description: 'for each name in module_names: its advice, or N/A' },
    },
  },
)
