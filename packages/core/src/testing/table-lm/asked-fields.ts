import { protocol } from '../../prompt/protocol.ts'

/** An output field that a prompt asks for. */
export interface AskedField {
  readonly name: string
  /** As the prompt names it, such as `str` or `list[str]`. */
  readonly type: string
}

/** The output fields that the system message of a prompt adapter lists, in order; a plain text lists none. */
export function askedFields(system: string): AskedField[] {
  const start = system.indexOf(protocol.outputFields)
  if (start < 0) return []
  const end = system.indexOf(protocol.structure, start)
  const list = system.slice(start, end < 0 ? undefined : end)
  return [...list.matchAll(/^\d+\. `(\w+)` \(([^\n]*?)\):/gm)].map(([, name = '', type = '']) => ({
    name,
    type,
  }))
}
