import { Signature } from '../../signature/signature.ts'
import { describeOutputs } from '../code/describe-outputs.ts'
import { describeTools } from '../code/describe-tools.ts'
import { quotedNames } from '../code/quoted-names.ts'
import type { ResolvedRLMOptions } from './rlm-options.ts'

/** The signatures of the two predictors, whose fields are DSPy's. */
export interface RLMSignatures<Outputs extends object> {
  readonly action: Signature<
    { variables_info: string; repl_history: string; iteration: string },
    { reasoning: string; code: string }
  >
  readonly extract: Signature<{ variables_info: string; repl_history: string }, Outputs>
}

/** What is asked for at each step of a task, and when the steps have run out. */
export function rlmSignatures<Outputs extends object>(
  task: Signature<object, Outputs>,
  options: ResolvedRLMOptions,
): RLMSignatures<Outputs> {
  const signatures = {
    action: new Signature({ instructions: actionInstructions(task, options), fields: [] })
      .append('variables_info', { side: 'input', description: 'the inputs, in short' })
      .append('repl_history', { side: 'input', description: 'the steps so far' })
      .append('iteration', { side: 'input', description: 'this step, of how many' })
      .append('reasoning', { description: 'what is known, what is open, what to do next' })
      .append('code', { description: 'JavaScript to run now, in a fence ```javascript' }),
    extract: new Signature({
      instructions: `${task.instructions}\n\nThis was worked on step by step in code, and no further step is allowed. Produce ${quotedNames(task.outputFields)} now, from what \`repl_history\` shows.`,
      fields: task.outputFields,
    })
      .append('variables_info', { side: 'input', description: 'the inputs, in short' })
      .append('repl_history', { side: 'input', description: 'the steps that were taken' }),
  }
  // They have the fields that are added above, and the outputs of the task.
  return signatures as RLMSignatures<Outputs>
}

function actionInstructions(
  task: Signature,
  { maxLLMCalls, maxOutputCharacters, tools }: ResolvedRLMOptions,
): string {
  const outputs = task.outputFields.map(({ name }) => name).join(', ')
  return `${task.instructions}

You work on this in a JavaScript REPL. At each step you write code; it runs, and at the next step you see what it printed. Variables stay from step to step, and \`await\` may stand anywhere. There are no files, no network, no \`require\` and no \`import\`.

Your code has:
- ${quotedNames(task.inputFields)}: the inputs, as variables. You only see the two ends of them; the code has them whole.
- \`console.log(…)\`: what you print is what you see, up to ${maxOutputCharacters.toLocaleString('en-US')} characters a step.
- \`await llm_query(prompt)\`: the reply of a language model, which knows nothing but the text of the prompt.
- \`await llm_query_batched(prompts)\`: the replies to an array of prompts, in their order, asked at the same time. One that failed begins with \`[ERROR]\`. Both together may ask ${maxLLMCalls} prompts.
- \`SUBMIT({ ${outputs} })\`: ends the work with the outputs:
${describeOutputs(task.outputFields)}
${tools.length === 0 ? '' : `\nIt may also call these functions with one object each:\n${describeTools(tools)}\n`}
How to go about it:
1. Look before you work: print lengths, kinds and samples of the inputs.
2. Take small steps, and decide on the next by what the last one showed.
3. Use code to find, count, split and compute; use \`llm_query\` where a text has to be understood.
4. Do not copy long or exact values by hand: keep them in variables and submit those.
5. Check a result that looks odd (empty, zero, too short) before you rely on it.
6. Submit in a step of its own, after you have seen what you are going to submit.`
}
