import { OptionError } from '../../errors/option-error.ts'
import type { Tool } from '../../schema/special/tool.ts'

/**
 * The tools of an agent by their names. Throws `OptionError` for what is no tool or cannot run, and for a
 * name that occurs twice or that the agent has for a tool of its own.
 */
export function toolsByName(
  tools: readonly Tool[],
  own: readonly string[],
): ReadonlyMap<string, Tool> {
  const found = new Map<string, Tool>()
  if (!Array.isArray(tools)) throw new OptionError('tools', 'must be a list of tools.')
  for (const tool of tools) {
    if (typeof tool !== 'object' || typeof tool.call !== 'function') {
      throw new OptionError('tools', 'takes tools; make one of a function: tool(fn, { input }).')
    }
    const { name } = tool
    if (!tool.isRunnable)
      throw new OptionError('tools', `has \`${name}\`, which has no \`execute\`.`)
    if (own.includes(name)) {
      throw new OptionError(
        'tools',
        `may have no \`${name}\`: the agent has one of its own; rename it.`,
      )
    }
    if (found.has(name)) throw new OptionError('tools', `has \`${name}\` twice; rename one.`)
    found.set(name, tool)
  }
  return found
}
