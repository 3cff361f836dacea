import { splitName } from '../language/split-name.ts'

const clause = /[\n;]+|(?<=[.!?])\s+/
const explained = /^\s*(?:[:=(–—]|-\s|means\b|is\b|for\b|when\b|if\b|covers\b|includes\b)/i

/**
 * What a prompt says of each label: the rest of a clause that names only that label, or that opens with it
 * and goes on to explain it. Empty where the prompt says nothing.
 */
export function labelGlosses(labels: readonly string[], prose: string): string[] {
  const glosses = labels.map(() => '')
  const names = labels.map((label) => new RegExp(`(?<![\\w])${pattern(label)}(?![\\w])`, 'i'))
  for (const part of prose.split(clause)) {
    const named = names.flatMap((name, at) => {
      const match = name.exec(part)
      return match === null ? [] : [{ at, from: match.index, to: match.index + match[0].length }]
    })
    named.sort((one, other) => one.from - other.from)
    const first = named[0]
    if (first === undefined) continue
    const rest = part.slice(first.to)
    if (named.length === 1) glosses[first.at] += ` ${part.slice(0, first.from)} ${rest}`
    else if (explained.test(rest.replace(/^['"`*]+/, ''))) {
      for (const [index, { at, to }] of named.entries()) {
        glosses[at] += ` ${part.slice(to, named[index + 1]?.from)}`
      }
    }
  }
  return glosses
}

function pattern(label: string): string {
  const words = splitName(label)
  return words.length === 0 ? '(?!)' : words.join('[\\s_-]?')
}
