import { OptionError } from '../../errors/option-error.ts'

/** Throws `OptionError` unless the option is a list of tools. */
export function checkTools(tools: unknown): void {
  if (Array.isArray(tools) && tools.every(isTool)) return
  throw new OptionError('tools', 'must be a list of tools, each made by tool({ name, … }).')
}

function isTool(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'parameters' in value && 'call' in value
}
