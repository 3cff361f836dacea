import { type CallOptions, type Signature, signature } from '@ockham/core'
import { askForText } from '../ask/ask-for-text.ts'

const explainingProgram: Signature = signature('program, program_example -> program_description', {
  instructions: [
    'This program calls language models. Say in a few sentences which task it solves and how its parts work',
    'together to solve it.',
  ].join('\n'),
  fields: {
    program: { description: 'the parts of the program' },
    program_example: { description: 'what it is run on' },
    program_description: { description: 'the task and how it is solved, and nothing else' },
  },
})

const explainingModule: Signature = signature(
  'program, program_description, module_name -> module_description',
  {
    instructions: 'Say in one or two sentences what the named module contributes to the program.',
    fields: {
      program: { description: 'the parts of the program' },
      module_name: { description: 'the predictor that is asked about' },
      module_description: { description: 'its part in the task, and nothing else' },
    },
  },
)

/** What a program is for, in an LM's words; `example` is a text that shows what it runs on. */
export function explainProgram(
  program: string,
  example: string,
  call?: CallOptions,
): Promise<string> {
  return askForText(explainingProgram, { program, program_example: example }, call)
}

/** What a module does in a program that was explained, in an LM's words. */
export function explainModule(
  program: string,
  explanation: string,
  { name, call }: { readonly name: string; readonly call?: CallOptions },
): Promise<string> {
  const inputs = { program, program_description: explanation, module_name: name }
  return askForText(explainingModule, inputs, call)
}
