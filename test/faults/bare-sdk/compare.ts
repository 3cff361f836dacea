import { setTimeout as sleep } from 'node:timers/promises'
import { Wall } from '../wall/wall.ts'
import type { Comparison } from './comparison.ts'
import type { Caller } from './reply.ts'
import { type Verdict, words } from './verdict.ts'

/** After this nobody waits any longer. */
const patienceMs = 15_000

/** Puts one client to one fault, on a wall of its own. */
export async function compare(
  { model, way }: Comparison,
  make: (baseURL: string, model: string) => Caller,
): Promise<Verdict> {
  await using wall = await Wall.open()
  const ask = make(`${wall.url}/v1`, model)
  if (model === 'f37-stale') {
    // The first call is the one that leaves a connection behind.
    await ask(way)
    await sleep(30)
  }
  const before = wall.of(model).requests.length
  const startedAt = performance.now()
  const reply = await Promise.race([ask(way), sleep(patienceMs, undefined, { ref: false })])
  return {
    what: words(reply),
    requests: wall.of(model).requests.length - before,
    seconds: (performance.now() - startedAt) / 1000,
  }
}
