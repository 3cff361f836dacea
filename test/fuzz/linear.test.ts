import { ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import { median } from '../bench/median.ts'
import { typed } from './fuzz-replies.ts'

/** Texts that make a careless parser go over them again and again. */
const shapes: Record<string, (length: number) => string> = {
  'open braces': repeated('{'),
  'open brackets': repeated('['),
  'open parentheses': repeated('('),
  quotes: repeated('"'),
  'escaped quotes': repeated('\\"'),
  backslashes: repeated('\\'),
  'keys without values': repeated('"a": '),
  'objects side by side': repeated('{"a": 1} '),
  'half objects': repeated('{"n": "'),
  'strings that never close': repeated('"a", "b'),
  comments: repeated('/* // # '),
  'starts of headers': repeated('[[ ## '),
  headers: repeated('[[ ## n ## ]] '),
  'other headers': repeated('[[ ## x ## ]]\n'),
  'tags that never close': repeated('<answer>'),
  'tags that never open': repeated('</answer>'),
  'other tags': repeated('<a><b></a>'),
  'less than': repeated('<'),
  ampersands: repeated('&'),
  entities: repeated('&#1;'),
  'CDATA that never closes': repeated('<![CDATA['),
  'XML comments': repeated('<!-- '),
  labels: repeated('answer: '),
  'labels on lines': repeated('x: y\n'),
  bullets: repeated('- **n**\n'),
  fences: repeated('```json\n'),
  spaces: repeated(' '),
  'line breaks': repeated('\r\n'),
  digits: repeated('9'),
  'numbers with commas': repeated('1,234 '),
  words: repeated('billing or technical, '),
  'one long word': repeated('a'),
}

function repeated(part: string): (length: number) => string {
  return (length) => part.repeat(Math.ceil(length / part.length))
}

const adapters = [new ChatAdapter(), new JSONAdapter(), new XMLAdapter()]
const rounds = 7
const short = 25_000
const factor = 4

test.each(
  adapters.flatMap((adapter) =>
    Object.keys(shapes).map((shape) => [adapter.name, shape, adapter] as const),
  ),
)('%s reads %s in time that grows with their number only', (_name, shape, adapter) => {
  const make = shapes[shape] ?? repeated(shape)
  const texts = [make(short), make(short * factor)] as const
  const times: [number[], number[]] = [[], []]
  // The two sizes take turns, so that a slow moment of the machine hits both.
  for (let round = 0; round < rounds; round += 1) {
    for (const side of [0, 1] as const) {
      const startedAt = performance.now()
      try {
        adapter.parse(typed, texts[side])
      } catch {}
      times[side].push(performance.now() - startedAt)
    }
  }
  // Linear is 4 times as long; quadratic would be 16 times. A millisecond is below what can be told apart.
  expect(median(times[1])).toBeLessThan(Math.max(1, median(times[0])) * factor * 2.5)
})
