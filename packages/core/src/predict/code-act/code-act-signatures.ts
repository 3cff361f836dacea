import type { Tool } from '../../schema/special/tool.ts'
import { Signature } from '../../signature/signature.ts'
import { describeTools } from '../code/describe-tools.ts'
import { quotedNames } from '../code/quoted-names.ts'

/** The signatures of the two predictors, whose fields are DSPy's. */
export interface CodeActSignatures<Inputs extends object, Outputs extends object> {
  readonly step: Signature<
    Inputs & { trajectory: string },
    { generated_code: string; finished: boolean }
  >
  readonly extract: Signature<Inputs & { trajectory: string }, Outputs>
}

/** What is asked for at each step of a task, and after the last. */
export function codeActSignatures<Inputs extends object, Outputs extends object>(
  task: Signature<Inputs, Outputs>,
  tools: readonly Tool[],
): CodeActSignatures<Inputs, Outputs> {
  const signatures = {
    step: new Signature({ instructions: stepInstructions(task, tools), fields: task.inputFields })
      .append('trajectory', {
        side: 'input',
        description: 'the code of the steps so far and what came of it',
      })
      .append('generated_code', { description: 'JavaScript to run next, in a Markdown fence' })
      .append('finished', {
        type: 'bool',
        description: 'whether nothing more is needed once this code has run',
      }),
    extract: new Signature({
      instructions: task.instructions,
      fields: [...task.inputFields, ...task.outputFields],
    }).append('trajectory', {
      side: 'input',
      description: 'code that was run for this and what came of it',
    }),
  }
  // They have the fields of the task, and those that are added above.
  return signatures as CodeActSignatures<Inputs, Outputs>
}

function stepInstructions(task: Signature, tools: readonly Tool[]): string {
  const outputs = quotedNames(task.outputFields)
  return [
    `${task.instructions}\n`,
    `You get there by writing JavaScript, step by step. A step's \`generated_code\` is run, and the next step sees in \`trajectory\` what it printed. Gather what it takes to tell ${outputs}; the answer itself is asked for later.`,
    `- These are variables already: ${quotedNames(task.inputFields)}. What one step declares is there in the next.`,
    '- Only what the code prints with `console.log`, and the value of its last expression, is seen.',
    '- `await` may stand anywhere. There are no files, no network, no `require` and no `import`.',
    `- Set \`finished\` to true with the code that completes what ${outputs} need.`,
    ...(tools.length === 0
      ? []
      : ['The code may call these functions with one object each:', describeTools(tools)]),
  ].join('\n')
}
