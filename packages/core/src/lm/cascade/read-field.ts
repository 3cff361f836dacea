import { isRecord } from '../../internal/is-record.ts'

/**
 * The text of a field in a reply that is written in labels (`[[ ## name ## ]]`), in JSON or in XML; the
 * last one where there are several. It reads no further than needed to judge a reply: what the program
 * gets is parsed elsewhere.
 */
export function readField(reply: string, name: string): string | undefined {
  return labelled(reply, name) ?? inJSON(reply, name) ?? inTags(reply, name)
}

function labelled(reply: string, name: string): string | undefined {
  const label = `[[ ## ${name} ## ]]`
  const start = reply.lastIndexOf(label)
  if (start < 0) return undefined
  const from = start + label.length
  const end = reply.indexOf('[[ ##', from)
  return reply.slice(from, end < 0 ? undefined : end).trim()
}

function inTags(reply: string, name: string): string | undefined {
  const open = `<${name}>`
  const start = reply.lastIndexOf(open)
  if (start < 0) return undefined
  const end = reply.indexOf(`</${name}>`, start)
  return reply.slice(start + open.length, end < 0 ? undefined : end).trim()
}

/** The object between the first and the last brace; failing that, what follows the quoted name. */
function inJSON(reply: string, name: string): string | undefined {
  try {
    const value: unknown = JSON.parse(reply.slice(reply.indexOf('{'), reply.lastIndexOf('}') + 1))
    if (isRecord(value) && Object.hasOwn(value, name)) {
      const field = value[name]
      return typeof field === 'string' ? field.trim() : JSON.stringify(field)
    }
  } catch {
    // Prose with braces, or a reply that was cut: the name may still stand in it.
  }
  const quoted = `"${name}"`
  const start = reply.lastIndexOf(quoted)
  if (start < 0) return undefined
  const [, value] = /^\s*:\s*"?([^",}\]\n]*)/.exec(reply.slice(start + quoted.length)) ?? []
  return value?.trim()
}
