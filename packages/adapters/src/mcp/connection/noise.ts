/** More lines than a server that has its log in the wrong place prints between two messages. */
const mostLines = 1000

/** Counts what a server sends that is not MCP. */
export class Noise {
  #lines = 0
  #first = ''

  /** Takes an error of the SDK's; what it says of the server when it is past bearing, else undefined. */
  add(error: Error): string | undefined {
    if (/exceeded maximum size/.test(error.message)) {
      return 'sent a message longer than `maxMessageBytes`. Ask for less, or raise it.'
    }
    if (!/^(SyntaxError|\$?ZodError)$/.test(error.name)) return undefined
    if (this.#lines === 0) this.#first = error.message.slice(0, 200)
    this.#lines += 1
    return this.#lines > mostLines ? `sends what is not MCP. ${this.#first}` : undefined
  }

  /** A message came. */
  clear(): void {
    this.#lines = 0
  }

  /** What was heard since the last message, as a sentence with a space before; empty when nothing was. */
  hint(): string {
    return this.#lines === 0 ? '' : ` It sends what is not MCP: ${this.#first}`
  }
}
