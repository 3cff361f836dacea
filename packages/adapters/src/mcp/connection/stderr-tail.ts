import type { Readable } from 'node:stream'

const mostCharacters = 4000
const mostLines = 10

/** Keeps the end of what a process writes to its standard error, for the day it fails. */
export class StderrTail {
  #text = ''

  constructor(stream: Readable) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      this.#text = (this.#text + chunk).slice(-mostCharacters)
    })
  }

  /** The last lines; empty when nothing was written. */
  lines(): string {
    const lines = this.#text.split('\n').filter((line) => line.trim() !== '')
    return lines.slice(-mostLines).join('\n')
  }
}
