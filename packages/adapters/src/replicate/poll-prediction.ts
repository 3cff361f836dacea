import { setTimeout as sleep } from 'node:timers/promises'
import type { WireObject } from '../internal/wire-object.ts'
import { readJSON } from '../vendor/read-json.ts'
import type { ReplicateClient } from './replicate-client.ts'
import { isRunning } from './replicate-prediction.ts'

const firstPauseMs = 250
const longestPauseMs = 2_000

/** Asks for a prediction until it has succeeded; throws when it failed or the signal fires. */
export async function pollPrediction(
  client: ReplicateClient,
  prediction: WireObject,
  signal: AbortSignal,
): Promise<WireObject> {
  let current = prediction
  let pauseMs = firstPauseMs
  while (isRunning(current)) {
    const url = current.object('urls')?.text('get')
    if (url === undefined) throw new Error('`urls.get` is missing.')
    await sleep(pauseMs, undefined, { signal, ref: false })
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    current = await readJSON(await client.get(url, 'application/json', signal))
  }
  return current
}
