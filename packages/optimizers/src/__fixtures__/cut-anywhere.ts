import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Module } from '@ockham/core'
import { expect } from 'vitest'
import type { Compiled } from '../optimizer.ts'
import { seededRandom } from '../random/random.ts'

type Compile = (checkpoint?: {
  checkpoint: string
}) => Promise<Compiled<Module<never, object>, object>>

const cuts = 20

/** Expects the same result without a checkpoint, with one, and with one that was cut at 20 random places. */
export async function expectSameWhereverCut(compile: Compile): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cut-'))
  try {
    const checkpoint = join(folder, 'run.jsonl')
    const result = async (control?: { checkpoint: string }): Promise<object> => {
      const { program, report } = await compile(control)
      return { state: program.dumpState(), report }
    }
    const expected = await result()
    expect(await result({ checkpoint })).toEqual(expected)
    const whole = readFileSync(checkpoint)
    const random = seededRandom(11)
    for (let cut = 0; cut < cuts; cut += 1) {
      writeFileSync(checkpoint, whole)
      truncateSync(checkpoint, random.below(whole.length))
      expect(await result({ checkpoint })).toEqual(expected)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
