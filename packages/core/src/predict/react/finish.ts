import { Tool } from '../../schema/special/tool.ts'
import type { Signature } from '../../signature/signature.ts'

/** The tool by which an LM ends the steps; nothing runs, its observation is DSPy's. */
export const finish = {
  name: 'finish',
  observation: 'Completed.',
  tool({ outputFields }: Signature): Tool {
    const outputs = outputFields.map(({ name }) => `\`${name}\``).join(', ')
    const description = `Ends the steps. Call it as soon as all is known that it takes to produce ${outputs}.`
    return new Tool({ name: 'finish', description })
  },
} as const
