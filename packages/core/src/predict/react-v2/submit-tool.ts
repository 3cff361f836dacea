import type { ModelProperty } from '../../schema/field-type.ts'
import { parametersOf } from '../../schema/special/parameters-of.ts'
import { Tool } from '../../schema/special/tool.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { observation } from '../tools/observation.ts'
import { readSubmission } from './read-submission.ts'

/** The tool by which an LM gives the final outputs: they are its arguments, and what it returns. */
export function submitTool(task: Signature): Tool {
  return new Tool({
    name: 'submit',
    description: 'Gives the final result and ends the task.',
    parameters: parametersOf(task.outputFields.map(asProperty)),
    execute: (args) => readSubmission(task, args),
  })
}

function asProperty(field: Field): ModelProperty {
  const { name, type, description, constraints, optional } = field
  return {
    name,
    type,
    required: field.default === undefined && optional !== true,
    ...(description === undefined ? {} : { description }),
    ...(constraints ? { constraints } : {}),
    ...(field.default ? { default: { value: observation(field.default.value) } } : {}),
  }
}
