import type { LMMessage } from '../lm/lm-message.ts'
import { protocol } from '../prompt/protocol.ts'
import { escapeText } from '../prompt/xml/escape-text.ts'
import { formatValue } from '../schema/format-value/format-value.ts'
import { pythonJSON } from '../schema/format-value/python-json.ts'

/** Fields as a reply in the format that the messages ask for. */
export function writeReply(
  fields: Readonly<Record<string, unknown>>,
  messages: readonly LMMessage[],
): string {
  const asked = messages
    .map(({ content }) => (typeof content === 'string' ? content : ''))
    .join('\n')
  if (asked.includes(protocol.jsonRespond))
    return pythonJSON({ kind: 'any' }, fields, { indent: 2 })
  if (asked.includes(protocol.xmlRespond)) return xmlReply(fields)
  const sections = Object.entries(fields).map(
    ([name, value]) => `${protocol.header(name)}\n${formatValue({ kind: 'any' }, value)}`,
  )
  return [...sections, protocol.completed].join('\n\n')
}

function xmlReply(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, value]) => protocol.tagged(name, escapeText(formatValue({ kind: 'any' }, value))))
    .join('\n\n')
}
