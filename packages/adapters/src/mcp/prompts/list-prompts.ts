import type { WireObject } from '../../internal/wire-object.ts'
import { listAll } from '../list-all.ts'
import type { Session } from '../session.ts'
import type { MCPPrompt } from './mcp-prompt.ts'

/** The prompts a server lists. */
export async function listPrompts(session: Session, signal?: AbortSignal): Promise<MCPPrompt[]> {
  const list = await listAll(session, { method: 'prompts/list', key: 'prompts' }, signal)
  return list.flatMap((item) => {
    const title = item.text('title')
    return named(item).map((facts) => ({
      ...facts,
      ...(title === undefined ? {} : { title }),
      arguments: item
        .objects('arguments')
        .flatMap((argument) =>
          named(argument).map((about) => ({ ...about, required: argument.flag('required') })),
        ),
    }))
  })
}

function named(item: WireObject): { name: string; description?: string }[] {
  const name = item.text('name')
  const description = item.text('description')
  if (name === undefined) return []
  return [{ name, ...(description === undefined ? {} : { description }) }]
}
