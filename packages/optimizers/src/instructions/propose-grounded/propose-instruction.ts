import { type CallOptions, type Signature, signature } from '@ockham/core'
import { askForText } from '../ask/ask-for-text.ts'
import { type Proposal, toProposal } from '../ask/proposal.ts'
import { renderAttempts } from '../coordinate/render-attempts.ts'
import type { ScoredInstruction } from '../coordinate/scored-instruction.ts'
import { renderExamples } from '../render-trace/render-examples.ts'
import { type Tip, tips } from './tips.ts'

/** What a proposal is grounded in; all but the instructions may be absent, and is then not spoken of. */
export interface Grounding {
  readonly basicInstruction: string
  readonly datasetSummary?: string
  /** The program in words, and what it is for. */
  readonly program?: string
  readonly programDescription?: string
  /** The predictor in words, and what it is for. */
  readonly module?: string
  readonly moduleDescription?: string
  /** Calls of the predictor that went well, as examples whose inputs are marked; three are shown. */
  readonly demos?: readonly object[]
  /** Examples of the data whose outputs are right, whatever the predictor does with them. */
  readonly labelledExamples?: readonly object[]
  readonly previousInstructions?: readonly ScoredInstruction[]
  readonly tip?: Tip
  /** The most characters of demonstrations, and of previous instructions; 40,000 by default. */
  readonly maxCharacters?: number
}

const mostDemos = 3

const proposing: Signature = signature(
  `dataset_summary, program, program_description, module, module_description, task_demos,
   labelled_examples, previous_instructions, basic_instruction, tip -> proposed_instruction`,
  {
    instructions: [
      'Write an instruction for a language model that does one part of a task. You are given the basic',
      'instruction it has now and what is known of its task. The model will see only your instruction and',
      'the inputs, so say all that it needs to do well on new inputs of this kind.',
    ].join('\n'),
    fields: {
      dataset_summary: { description: 'the data of the task' },
      program: { description: 'the parts of the program that solves the task' },
      program_description: { description: 'what the program is for' },
      module: { description: 'the part that the instruction is for' },
      module_description: { description: 'what this part is for' },
      task_demos: { description: 'what went in and came out when this part did well' },
      labelled_examples: { description: 'examples of the data with the outputs that are right' },
      previous_instructions: { description: 'tried before, from the worst to the best' },
      basic_instruction: { description: 'the instruction it has now' },
      tip: { description: 'how to write the instruction' },
      proposed_instruction: { description: 'the instruction and nothing else' },
    },
  },
)

/** One new instruction out of what is known of a task (MIPROv2's GroundedProposer). Throws what the LM throws. */
export async function proposeInstruction(
  grounding: Grounding,
  call?: CallOptions,
): Promise<Proposal> {
  const inputs = shown(grounding)
  const absent = proposing.inputFields.filter(({ name }) => !Object.hasOwn(inputs, name))
  const asked = absent.reduce<Signature>((rest, { name }) => rest.delete(name), proposing)
  return toProposal(await askForText(asked, inputs, call), grounding.basicInstruction)
}

function shown(grounding: Grounding): Record<string, string> {
  const { demos = [], labelledExamples = [], previousInstructions = [], tip = 'none' } = grounding
  const { maxCharacters } = grounding
  const inputs: Record<string, string | undefined> = {
    dataset_summary: grounding.datasetSummary,
    program: grounding.program,
    program_description: grounding.programDescription,
    module: grounding.module,
    module_description: grounding.moduleDescription,
    task_demos: demos.length > 0 ? renderExamples(demos.slice(0, mostDemos), maxCharacters) : '',
    labelled_examples:
      labelledExamples.length > 0 ? renderExamples(labelledExamples, maxCharacters) : '',
    previous_instructions:
      previousInstructions.length > 0 ? renderAttempts(previousInstructions, maxCharacters) : '',
    basic_instruction: grounding.basicInstruction,
    tip: tips[tip],
  }
  const given = Object.entries(inputs).flatMap(([name, text]): [string, string][] =>
    text ? [[name, text]] : [],
  )
  return Object.fromEntries(given)
}
