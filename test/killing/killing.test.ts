import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { runConcurrently } from '@ockham/core'
import type { CompileBudget } from '@ockham/optimizers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyOptimizer } from '../optimizing/every-optimizer.ts'
import { everySelection } from '../optimizing/every-selection.ts'
import { numberOf } from '../optimizing/simulated-reply.ts'
import { buildChild } from './build-child.ts'
import type { CompileOnce } from './compile-once.ts'
import { type FinetuneServer, finetuneServer } from './finetune-server.ts'
import { mostInFlight } from './in-flight.ts'
import { bytesIn, type Death, type Ended, runChild } from './run-child.ts'

const rounds = 20
const processes = 2
// Of the examples in compile-once.ts.
const concurrency = 4

let script = ''
let folder = ''
let server: FinetuneServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killing-'))
  server = await finetuneServer()
  script = await buildChild(folder)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

/** Everything that processes of one compile share. */
interface Round {
  readonly name: string
  readonly told: CompileOnce
  /** Of the checkpoint and the files beside it. */
  readonly folder: string
  calls(): number
}

/** A compile that nothing has interrupted. */
interface Whole extends Ended {
  readonly calls: number
  readonly bytes: number
  readonly durationMs: number
  readonly inFlight: number
}

function newRound(optimizer: string, title: string, budget: CompileBudget | undefined): Round {
  const own = mkdtempSync(join(folder, `${optimizer}_${title}_`))
  const name = basename(own)
  const calls = join(folder, `${name}.calls`)
  const told: CompileOnce = {
    optimizer,
    calls,
    checkpoint: join(own, 'run.jsonl'),
    baseURL: server.baseURL(name),
    ...(budget ? { budget } : {}),
  }
  return { name, told, folder: own, calls: () => statSync(calls).size }
}

/** What comes of a compile without a checkpoint, which must be the same as with one. */
async function whole(optimizer: string, title: string, budget?: CompileBudget): Promise<Whole> {
  const without = newRound(optimizer, `${title}_without`, budget)
  const { checkpoint: _, ...told } = without.told
  const kept = newRound(optimizer, `${title}_with`, budget)
  const startedAt = performance.now()
  // Side by side, as the rounds are, so that they take as long.
  const [ended, other] = await Promise.all([runChild(script, kept.told), runChild(script, told)])
  const durationMs = performance.now() - startedAt
  expect(other.stdout).toBe(ended.stdout)
  expect(kept.calls()).toBe(without.calls())
  const bytes = bytesIn(kept.folder)
  const inFlight = bytes === 0 ? 0 : mostInFlight(kept.folder, concurrency)
  return { ...ended, calls: kept.calls(), bytes, durationMs, inFlight }
}

/** Where a process dies: in even rounds by what is on disk, in odd ones by the clock. */
function deathOf(
  { round, number, death }: { round: Round; number: number; death: number },
  { bytes, durationMs }: Whole,
): Death {
  const part = numberOf(round.told.optimizer, `${number}`, `${death}`) / 2 ** 32
  // Before there is anything on disk, most of the time is that of starting.
  if (number % 2 === 1 || bytes === 0) return { afterMs: (0.4 + 0.6 * part) * durationMs }
  const done = death === 0 ? 0 : bytesIn(round.folder)
  return { folder: round.folder, bytes: done + part * (bytes - done) }
}

test.each(Object.keys({ ...everyOptimizer, ...everySelection }))(
  '%s that is killed at any moment and started again ends with the same bytes, and pays for little twice',
  async (optimizer) => {
    const free = await whole(optimizer, 'free')
    const { report } = JSON.parse(free.stdout)
    const budgets: (CompileBudget | undefined)[] =
      free.calls === 0
        ? [undefined]
        : [undefined, { calls: Math.ceil(0.7 * free.calls) }, { usd: 0.7 * report.costUSD }]
    const expected = [free]
    for (const [index, budget] of budgets.entries()) {
      if (budget) expected.push(await whole(optimizer, `limited${index}`, budget))
    }
    let kills = 0
    await runConcurrently(rounds, processes, async (number) => {
      const kind = number % budgets.length
      const wanted = expected[kind]
      if (!wanted) throw new Error(`There is no compile number ${kind}.`)
      const round = newRound(optimizer, `round${number}`, budgets[kind])
      // Every fourth dies twice.
      const deaths = number % 4 === 3 ? 2 : 1
      for (let death = 0; death < deaths; death += 1) {
        const when = deathOf({ round, number, death }, wanted)
        const { wasKilled } = await runChild(script, round.told, when)
        if (wasKilled) kills += 1
      }
      const { stdout } = await runChild(script, round.told)
      expect(stdout).toBe(wanted.stdout)
      // Who comes too late to be killed leaves an evaluation behind that the budget has cut short: it is begun again.
      expect(round.calls()).toBeLessThanOrEqual(wanted.calls + deaths * wanted.inFlight)
      if (optimizer === 'BootstrapFinetune') expect(server.jobs(round.name)).toBe(1)
    })
    expect(kills).toBeGreaterThan(rounds / 2)
  },
)
