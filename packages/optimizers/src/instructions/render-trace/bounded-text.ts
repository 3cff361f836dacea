import { cutMiddle } from './cut-middle.ts'
import { fairLimit } from './fair-limit.ts'
import { fenced } from './fenced.ts'

/** A value under its heading. Headings are never cut, values are. */
export interface Piece {
  readonly heading: string
  readonly text: string
}

/** Pieces that are shown together or not at all, such as those of one example. */
export type PieceGroup = readonly Piece[]

// Of a group that is shown, each value shows at least this much.
const leastShown = 200
// Line breaks around a piece, and the fence that it may need.
const margin = 16
const noteRoom = 60
const structure = /^[ \t]*(?:#{1,6}[ \t]|`{3,}|~{3,}|\[\[ ## )/m

/**
 * Groups of pieces as Markdown of at most `maxCharacters`: the longest values are cut in the middle, and
 * when that is not enough, groups in the middle are left out; both say so. So no prompt can explode
 * (dspy#9059).
 */
export function boundedText(groups: readonly PieceGroup[], maxCharacters: number): string {
  const { head, tail } = ends(groups, maxCharacters - noteRoom)
  const omitted = groups.length - head.length - tail.length
  const pieces = [...head, ...tail].flat()
  const headings = sum(pieces.map(({ heading }) => heading.length + margin))
  const lengths = pieces.map(({ text }) => text.length)
  const limit = fairLimit(lengths, maxCharacters - noteRoom - headings)
  const write = (group: PieceGroup): string =>
    group.map((piece) => written(piece, limit)).join('\n\n')
  const note = omitted > 0 ? [`(${omitted} of ${groups.length} are left out here)`] : []
  const text = [...head.map(write), ...note, ...tail.map(write)].join('\n\n')
  return cutMiddle(text, maxCharacters)
}

/** The groups at both ends that fit when their values are cut as far as may be; at least the first. */
function ends(
  groups: readonly PieceGroup[],
  room: number,
): { head: readonly PieceGroup[]; tail: readonly PieceGroup[] } {
  let rest = room
  let head = 0
  let tail = groups.length
  while (head < tail) {
    const fromHead = head <= groups.length - tail
    const group = groups[fromHead ? head : tail - 1] ?? []
    rest -= leastSize(group)
    if (rest < 0 && head > 0) break
    if (fromHead) head += 1
    else tail -= 1
  }
  return { head: groups.slice(0, head), tail: groups.slice(tail) }
}

function leastSize(group: PieceGroup): number {
  return sum(
    group.map(({ heading, text }) => heading.length + margin + Math.min(text.length, leastShown)),
  )
}

// What could be taken for a heading, a fence or a field of the prompt stands in a fence of its own.
function written({ heading, text }: Piece, limit: number): string {
  const cut = cutMiddle(text, limit)
  return `${heading}\n${structure.test(cut) ? fenced(cut) : cut}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
