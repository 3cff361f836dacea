import { protocol } from '../../prompt/protocol.ts'

const section = /^\[\[ ## (\w+) ## \]\]\n/gm
const tag = /^<(\w+)>\n/gm
const plainField = /(?<=^|\n\n)(\w+): /g
const requests = [protocol.chatRespond, protocol.jsonRespond, protocol.xmlRespond]

/** The input fields that a prompt adapter wrote into a user's message; a plain text has none. */
export function inputValues(message: string): Map<string, string> {
  const text = withoutRequest(message)
  const format = [section, tag, plainField].find((start) => text.search(start) >= 0)
  if (format === undefined) return new Map()
  const starts = [...text.matchAll(format)]
  return new Map(
    starts.map((start, index) => {
      const [{ length }, name = ''] = start
      const value = text.slice(start.index + length, starts[index + 1]?.index).trim()
      const end = format === tag ? value.lastIndexOf(`</${name}>`) : value.length
      return [name, value.slice(0, end < 0 ? undefined : end).trim()]
    }),
  )
}

// What stands behind the last input: the words that ask for the outputs.
function withoutRequest(message: string): string {
  const end = Math.max(...requests.map((words) => message.lastIndexOf(`\n\n${words}`)))
  return end < 0 ? message : message.slice(0, end)
}
