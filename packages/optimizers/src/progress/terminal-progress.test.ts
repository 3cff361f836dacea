import { describe, expect, it } from 'vitest'
import type { CompileProgress } from './compile-progress.ts'
import { type TerminalProgressOptions, terminalProgress } from './terminal-progress.ts'

const start: CompileProgress = {
  stage: 'trial 1 of 4',
  calls: 0,
  costUSD: 0,
  elapsed: 0,
  share: undefined,
  isLast: false,
}

/** What is written for a run whose progress differs from the start in this. */
function written(
  run: readonly Partial<CompileProgress>[],
  { isTTY = true, columns, ...options }: Shown = {},
): string[] {
  const texts: string[] = []
  const write = (text: string): number => texts.push(text)
  const output = { isTTY, write, ...(columns === undefined ? {} : { columns }) }
  const show = terminalProgress({ ...options, output })
  for (const progress of run) show({ ...start, ...progress })
  return texts
}

type Shown = Omit<TerminalProgressOptions, 'output'> & { isTTY?: boolean; columns?: number }

describe('terminalProgress on a terminal', () => {
  it('shows the stage, the best, the candidates, calls, dollars and time, as far as they are known', () => {
    const full = {
      best: 0.8333,
      candidates: 5,
      calls: 1,
      costUSD: 0.0123,
      elapsed: 65,
      share: 0.25,
    }
    expect(written([full], { columns: 120 })).toEqual([
      '\rtrial 1 of 4: best 0.833, 5 candidates, 1 call, $0.0123, 1 min 5 s, about 3 min 15 s left',
    ])
    expect(written([{ costUSD: null, elapsed: 7300 }])).toEqual([
      '\rtrial 1 of 4: 0 calls, cost unknown, 2 h 1 min',
    ])
  })

  it('tells no time left before a few percent are done, nor of a run that is at its end', () => {
    const left = (share: number | undefined, isLast = false): boolean =>
      written([{ share, elapsed: 10, isLast }])
        .join('')
        .includes('left')
    expect([undefined, 0, 0.02, 0.03, 0.99, 1].map((share) => left(share))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ])
    expect(left(0.5, true)).toBe(false)
  })

  it('draws over what was there, and leaves the cursor on a fresh line at the end and only there', () => {
    const texts = written([
      { stage: 'a rather long stage' },
      { stage: 'short' },
      { stage: 'done', isLast: true },
      { stage: 'another run' },
    ])
    expect(texts.every((text) => text.startsWith('\r'))).toBe(true)
    expect(texts[1]).toHaveLength(texts[0]?.length ?? 0)
    expect(texts.map((text) => text.endsWith('\n'))).toEqual([false, false, true, false])
    expect(texts[3]).toBe('\ranother run: 0 calls, $0.0000, 0 s')
  })

  it('keeps to the width, where a long stage gives way to the figures', () => {
    const long = { stage: 'x'.repeat(500), best: 0.5, candidates: 12, calls: 345 }
    const figures = 'best 0.500, 12 candidates, 345 calls, $0.0000, 0 s'
    expect(written([long])).toEqual([`\r${'x'.repeat(24)}...: ${figures}`])
    expect(written([long], { width: 100 })).toEqual([`\r${'x'.repeat(44)}...: ${figures}`])
    // A terminal that does not know its size.
    expect(written([long], { columns: 0 })).toEqual(written([long]))
    for (const columns of [1, 2, 3, 10, 40]) {
      expect(written([long], { columns })[0]?.length).toBeLessThanOrEqual(Math.max(2, columns))
    }
    const [chinese = ''] = written([{ stage: '文'.repeat(100) }], { columns: 60 })
    // Of 59 columns the figures take 23, and the dots 3; each letter takes two.
    expect(chinese.match(/文/g)?.length).toBe(16)
  })

  it('lets no control character of a stage reach the terminal', () => {
    const stage = 'evil \u001b[2J\u001b]0;title\u0007 \u009b31m\r\n\u202e\u0000stage'
    const [text = ''] = written([{ stage }])
    expect(text.slice(1)).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text).toContain('evil')
    expect(text).not.toContain('[2J')
  })
})

describe('terminalProgress elsewhere', () => {
  it('writes a plain line where the stage changes, at most one every three seconds, and the last', () => {
    const run = [
      { stage: 'one' },
      { stage: 'one', elapsed: 10 },
      { stage: 'two', elapsed: 10 },
      { stage: 'three', elapsed: 12 },
      { stage: 'four', elapsed: 13 },
      { stage: 'done', elapsed: 13.5, isLast: true },
      { stage: 'next run' },
    ]
    const texts = written(run, { isTTY: false })
    expect(texts).toEqual([
      'one: 0 calls, $0.0000, 0 s\n',
      'two: 0 calls, $0.0000, 10 s\n',
      'four: 0 calls, $0.0000, 13 s\n',
      'done: 0 calls, $0.0000, 14 s\n',
      'next run: 0 calls, $0.0000, 0 s\n',
    ])
  })
})

it('never throws, whatever the stream and the progress are', () => {
  const closed = {
    isTTY: true,
    write: (): never => {
      throw new Error('EPIPE')
    },
  }
  const show = terminalProgress({ output: closed })
  expect(() => show(start)).not.toThrow()
  // A JavaScript caller may have left everything out.
  expect(() => terminalProgress({ output: { write: () => 1 } })({} as never)).not.toThrow()
})
