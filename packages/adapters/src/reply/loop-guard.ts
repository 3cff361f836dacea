import type { ReplyPart } from './reply-part.ts'

const longestRun = 1_000
// Zeros, blanks and dashes fill tables and drawings; an endless row of them is a loop too.
const longestRunOfMarks = 200_000
const markLength = 2

/** Notices a reply that says one and the same piece over and over, which no answer does. */
export class LoopGuard {
  #piece = ''
  #run = 0

  /** Takes a part of the reply; throws at the thousandth same piece of text in a row, later for marks. */
  check(part: ReplyPart): void {
    if ((part.type !== 'text' && part.type !== 'reasoning') || part.text === '') return
    if (part.text !== this.#piece) {
      this.#piece = part.text
      this.#run = 0
    }
    this.#run += 1
    if (this.#run < longestRun) return
    if (part.text.length <= markLength && this.#run < longestRunOfMarks) return
    const shown = JSON.stringify(this.#piece.slice(0, 80))
    throw new Error(`the model is in a loop: it said ${shown} ${this.#run} times in a row.`)
  }
}
