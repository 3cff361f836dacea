import { describe, expect, it } from 'vitest'
import type { JSONValue } from '../json-value.ts'
import { parseLenientJSON } from './parse-lenient-json.ts'

/** A small generator of numbers in [0, 1), the same ones on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const random = seeded(7)
const below = (count: number): number => Math.floor(random() * count)
const pieces = [
  ...'{}[]()",:\'\\ \n\t#/*`.-_“”„eE0a1',
  ...[
    'true',
    'None',
    'null',
    '```json',
    '\\"',
    '\\u00e9',
    '//',
    '/*',
    '*/',
    '"a": ',
    '1e9',
    '日本',
    '😀',
  ],
]

function randomText(): string {
  return Array.from({ length: below(60) }, () => pieces[below(pieces.length)]).join('')
}

function randomValue(depth: number): JSONValue {
  const kind = below(depth > 0 ? 7 : 5)
  if (kind === 0) return randomText()
  if (kind === 1) return below(2000) - 1000
  if (kind === 2) return random() * 1000
  if (kind === 3) return random() < 0.5
  if (kind === 4) return null
  const values = Array.from({ length: below(4) }, () => randomValue(depth - 1))
  return kind === 5 ? values : Object.fromEntries(values.map((value) => [randomText(), value]))
}

function milliseconds(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('parseLenientJSON on random and hostile texts', () => {
  it('gives back what JSON.stringify wrote', () => {
    for (let run = 0; run < 2000; run++) {
      const value = randomValue(3)
      expect(parseLenientJSON(JSON.stringify(value))).toEqual(value)
    }
  })

  it('gives back the value from a fence in prose', () => {
    for (let run = 0; run < 500; run++) {
      const value = { answer: randomValue(2) }
      const reply = `Here you go:\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\nDone.`
      expect(parseLenientJSON(reply)).toEqual(value)
    }
  })

  it('never throws', () => {
    for (let run = 0; run < 10_000; run++) {
      const text = randomText()
      expect(() => parseLenientJSON(text), JSON.stringify(text)).not.toThrow()
    }
  })

  it('refuses nesting that would exhaust the stack', () => {
    for (const open of ['[', '{"a":', '(', '"```json', '[{"a":[']) {
      expect(parseLenientJSON(`[${open.repeat(20_000)}`)).toBeUndefined()
    }
    expect(parseLenientJSON('['.repeat(5000) + ']'.repeat(5000))).toBeUndefined()
  })

  it.each([
    '{"a":"b',
    '"a" ',
    "','",
    '{a: b, ',
    '{1 ',
    '\\"',
    '/* " ',
    '{"a": "x, y: z',
    '[{"a":1 "a":2',
    '(1)x\n',
  ])('takes time in proportion to the length of %j repeated', (piece) => {
    const fill = (length: number): string => `[${piece.repeat(length / piece.length)}`
    milliseconds(() => parseLenientJSON(fill(20_000)))
    const short = milliseconds(() => parseLenientJSON(fill(20_000)))
    const long = milliseconds(() => parseLenientJSON(fill(160_000)))
    // Eight times the text; a quadratic reader would take 64 times as long.
    expect(long).toBeLessThan(Math.max(short, 3) * 30)
  })
})
