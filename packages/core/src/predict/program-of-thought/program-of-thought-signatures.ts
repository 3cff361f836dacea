import { Signature } from '../../signature/signature.ts'
import { describeOutputs } from '../code/describe-outputs.ts'
import { quotedNames } from '../code/quoted-names.ts'

const codeDescription = 'JavaScript that works out the answer and submits it'

/** What a predictor of code gives. */
export interface Generated {
  generated_code: string
}

/** The signatures of the three predictors, whose fields are DSPy's. */
export interface ProgramOfThoughtSignatures<Inputs extends object, Outputs extends object> {
  readonly generate: Signature<Inputs, Generated>
  readonly regenerate: Signature<Inputs & { previous_code: string; error: string }, Generated>
  readonly answer: Signature<
    Inputs & { final_generated_code: string; code_output: string },
    Outputs
  >
}

/** What is asked for at each stage of a task. */
export function programOfThoughtSignatures<Inputs extends object, Outputs extends object>(
  task: Signature<Inputs, Outputs>,
): ProgramOfThoughtSignatures<Inputs, Outputs> {
  const fields = task.inputFields
  const outputs = quotedNames(task.outputFields)
  const rules = codeRules(task)
  const code = { description: codeDescription }
  const signatures = {
    generate: new Signature({
      instructions: `${task.instructions}\n\nDo not answer yourself: write \`generated_code\`, a JavaScript program that works out ${outputs}.\n${rules}`,
      fields,
    }).append('generated_code', code),
    regenerate: new Signature({
      instructions: `${task.instructions}\n\nThe JavaScript in \`previous_code\` was to work out ${outputs} and did not, for the reason in \`error\`. Find the mistake and write \`generated_code\`, a whole program without it.\n${rules}`,
      fields,
    })
      .append('previous_code', { side: 'input', description: 'the program that failed' })
      .append('error', { side: 'input', description: 'why it failed' })
      .append('generated_code', code),
    answer: new Signature({
      instructions: `${task.instructions}\n\nThe program \`final_generated_code\` was run for this and gave \`code_output\`. Take ${outputs} from that output.`,
      fields: [...fields, ...task.outputFields],
    })
      .append('final_generated_code', { side: 'input', description: 'the program that was run' })
      .append('code_output', { side: 'input', description: 'what the program gave' }),
  }
  // They have the fields of the task, and those that are added above.
  return signatures as ProgramOfThoughtSignatures<Inputs, Outputs>
}

function codeRules(task: Signature): string {
  const members = task.outputFields.map(({ name }) => name).join(', ')
  return [
    `- These are variables of the program already: ${quotedNames(task.inputFields)}.`,
    '- It runs by itself in a sandbox: `await` may stand anywhere, and there are no files, no network, no `require` and no `import`.',
    `- It ends by calling \`SUBMIT({ ${members} })\` with the values it worked out:`,
    describeOutputs(task.outputFields),
  ].join('\n')
}
