import { OptionError, type Tool } from '@ockham/core'
import type { WireObject } from '../../internal/wire-object.ts'
import { listAll } from '../list-all.ts'
import type { Session } from '../session.ts'
import { makeTool } from './make-tool.ts'
import type { MCPToolInfo, MCPToolsOptions } from './mcp-tools-options.ts'
import { toolNames } from './tool-names.ts'

/** A server's tools, as core's. */
export async function listTools(session: Session, options: MCPToolsOptions): Promise<Tool[]> {
  const { filter = () => true, prefix = '', result = 'text', signal } = options
  if (!/^[a-zA-Z0-9_-]{0,32}$/.test(prefix)) {
    throw new OptionError('prefix', 'must be up to 32 of a-z, A-Z, 0-9, _ and -.')
  }
  if (!['text', 'structured'].includes(result)) {
    throw new OptionError('result', "must be 'text' or 'structured'.")
  }
  const list = await listAll(session, { method: 'tools/list', key: 'tools' }, signal)
  const byName = new Map<string, WireObject>()
  for (const item of list) {
    const name = item.text('name')
    // Calls reach a tool by its name, so of two with one name only one can be meant.
    if (name && !byName.has(name)) byName.set(name, item)
  }
  const names = toolNames([...byName.keys()], prefix)
  return [...byName]
    .filter(([name, item]) => filter(infoOf(name, item)))
    .map(([name, item]) => makeTool(session, { name: names.get(name) ?? name, item, result }))
}

function infoOf(name: string, item: WireObject): MCPToolInfo {
  const title = item.text('title') ?? item.object('annotations')?.text('title')
  const description = item.text('description')
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    readOnly: item.object('annotations')?.flag('readOnlyHint') ?? false,
  }
}
