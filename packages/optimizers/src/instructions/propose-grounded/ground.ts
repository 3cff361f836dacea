import type { CallOptions } from '@ockham/core'
import { describePredictor } from '../describe-program/describe-predictor.ts'
import { describeProgram } from '../describe-program/describe-program.ts'
import { renderExamples } from '../render-trace/render-examples.ts'
import { explainModule, explainProgram } from './explain-program.ts'
import type { ResolvedGrounded } from './grounded-options.ts'
import type { Grounding } from './propose-instruction.ts'
import { summarizeDataset } from './summarize-dataset.ts'

/** What all proposals for a predictor have in common, by its name: known texts, and what an LM says of them. */
export async function ground(
  options: ResolvedGrounded,
  call?: CallOptions,
): Promise<Map<string, Grounding>> {
  const { program, trainset, dataAware, programAware, maxCharacters } = options
  const bound = maxCharacters === undefined ? {} : { maxCharacters }
  const data = dataAware ? { datasetSummary: await summarizeDataset(options, call) } : {}
  const described = programAware ? describeProgram(program, options) : ''
  const example = renderExamples(trainset.slice(0, 1), maxCharacters)
  const explained = programAware ? await explainProgram(described, example, call) : ''
  const groundings = new Map<string, Grounding>()
  for (const [name, state] of Object.entries(program.dumpState().predictors)) {
    const module = programAware && {
      program: described,
      programDescription: explained,
      module: describePredictor(name, state),
      moduleDescription: await explainModule(described, explained, { name, ...(call && { call }) }),
    }
    const previousInstructions = options.previousInstructions?.get(name) ?? []
    groundings.set(name, {
      basicInstruction: state.instructions,
      previousInstructions,
      ...data,
      ...bound,
      ...module,
    })
  }
  return groundings
}
