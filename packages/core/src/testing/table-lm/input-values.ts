import { protocol } from '../../prompt/protocol.ts'

const section = /^\[\[ ## (\w+) ## \]\]\n/gm
const element = /^<(\w+)>\n([\s\S]*?)\n<\/\1>$/gm
const labelled = /(?<=^|\n\n)(\w+): /g
const requests = [protocol.chatRespond, protocol.jsonRespond, protocol.xmlRespond]

/** The input fields that a prompt adapter wrote into a user's message; a plain text has none. */
export function inputValues(message: string): Map<string, string> {
  const text = withoutRequest(message)
  if (text.search(section) >= 0) return startedBy(section, text)
  const elements = [...text.matchAll(element)]
  if (elements.length === 0) return startedBy(labelled, text)
  return new Map(elements.map(([, name = '', value = '']) => [name, value.trim()]))
}

function startedBy(start: RegExp, text: string): Map<string, string> {
  const starts = [...text.matchAll(start)]
  return new Map(
    starts.map(({ 0: { length }, 1: name = '', index }, at) => [
      name,
      text.slice(index + length, starts[at + 1]?.index).trim(),
    ]),
  )
}

// What stands behind the last input: the words that ask for the outputs.
function withoutRequest(message: string): string {
  const end = Math.max(...requests.map((words) => message.lastIndexOf(`\n\n${words}`)))
  return end < 0 ? message : message.slice(0, end)
}
