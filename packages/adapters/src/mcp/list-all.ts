import type { WireObject } from '../internal/wire-object.ts'
import { MCPError } from './mcp-error.ts'
import { failure } from './server/failure.ts'
import type { Session } from './session.ts'

// A list that is longer, or has more pages, has no end.
const mostItems = 100_000
const mostPages = 1000
const methodNotFound = -32601

/** All pages of a list; empty when the server has no such list. */
export async function listAll(
  session: Session,
  list: { method: string; key: string },
  signal: AbortSignal | undefined,
): Promise<WireObject[]> {
  const items: WireObject[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages && items.length <= mostItems; page += 1) {
    const answer = await nextPage(session, list.method, cursor, signal)
    // One by one: a page may hold more than a call can have arguments.
    for (const item of answer?.objects(list.key) ?? []) items.push(item)
    const next = answer?.text('nextCursor')
    if (next === undefined || next === cursor) return items
    cursor = next
  }
  const what = `gives a list without end to \`${list.method}\`.`
  throw failure(session.about, what, { reason: 'protocol' })
}

async function nextPage(
  session: Session,
  method: string,
  cursor: string | undefined,
  signal: AbortSignal | undefined,
): Promise<WireObject | undefined> {
  try {
    return await session.request(method, cursor === undefined ? {} : { cursor }, signal)
  } catch (error) {
    if (MCPError.is(error) && error.serverCode === methodNotFound) return undefined
    throw error
  }
}
