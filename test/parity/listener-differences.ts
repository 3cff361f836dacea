/** A stream as recorded: the pieces that an LM sent, and what DSPy's StreamListener told of one field. */
export interface ListenedStream {
  adapter: 'chat' | 'json' | 'xml'
  field: string
  chunks: string[]
  told: string[]
  /** The fields as DSPy reads them from the whole reply. */
  parsed: Record<string, string>
}

/** Why DSPy tells another text of a field than it reads in the end; undefined if no known reason holds. */
export function listenerDifference(stream: ListenedStream): string | undefined {
  const told = stream.told.join('')
  const value = stream.parsed[stream.field] ?? ''
  if (told === value) return undefined
  if (told === '' && !(stream.adapter === 'chat' && value.includes('[['))) {
    return 'nothing is told of what comes in one piece'
  }
  return stream.adapter === 'json'
    ? inJSON(told, value, Object.keys(stream.parsed))
    : inText(told, value, asRead(stream.chunks.join(''), stream.adapter), stream.adapter)
}

const jsonText = /^\s*("(?:[^"\\]|\\.)*)("?)(.*)$/s

function inJSON(told: string, value: string, names: readonly string[]): string | undefined {
  const [, opened = '"', quote, behind = ''] = jsonText.exec(told) ?? []
  const text = String(JSON.parse(`${opened}"`))
  if (text === value && quote !== '') {
    return behind.trim() === ''
      ? 'JSON text instead of the value'
      : 'JSON text, and of the next field or its name'
  }
  if (!value.startsWith(text)) return undefined
  const rest = value.slice(text.length)
  return names.some((name) => rest.startsWith(name))
    ? 'a text that names the next field ends there'
    : undefined
}

function inText(
  told: string,
  value: string,
  reply: string,
  adapter: 'chat' | 'xml',
): string | undefined {
  if (told.trim() === value) return 'white space around the value'
  const read = asRead(told, adapter).trim()
  if (read === value) return 'the text as it is written, not as it is read'
  if (read.startsWith(value) && /^\s*(?:\[\[? ?#|<\/)/.test(read.slice(value.length))) {
    return 'the markers behind the value'
  }
  if (/\[\[? ?#/.test(read) && reply.includes(read) && read.includes(value)) {
    return 'a marker in the text of another field'
  }
  const source = reply.slice(Math.max(0, reply.indexOf(value)))
  return adapter === 'chat' && value.includes('[[') && isWithin(read, source)
    ? 'a text with `[[` loses some of it'
    : undefined
}

/** Entities and line breaks as the parsers of replies take them. */
function asRead(text: string, adapter: 'chat' | 'xml'): string {
  if (adapter === 'chat') return text.replaceAll(/\r\n|[\r\u2028]/g, '\n')
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Whether the first text is the second with something left out. */
function isWithin(short: string, whole: string): boolean {
  let position = 0
  for (const character of short) {
    position = whole.indexOf(character, position) + 1
    if (position === 0) return false
  }
  return true
}
