import { setTimeout as sleep } from 'node:timers/promises'
import { Wall } from '../wall/wall.ts'
import type { Answer, Performance, Scenario } from './scenario.ts'

/** A client that is put to the test: asks once, with a backup if it knows how. */
export type Client = () => Promise<Answer>

/** Makes the client of a scenario; `primary` and `backup` are models at the address. */
export type ClientMaker = (
  baseURL: string,
  models: { primary: string; backup: string },
  scenario: Scenario,
) => Client

/** Plays one scenario on a wall of its own. */
export async function perform(scenario: Scenario, make: ClientMaker): Promise<Performance> {
  await using wall = await Wall.open()
  const primary = `${scenario.primary}~primary`
  const backup = `${scenario.backup}~backup`
  const ask = make(`${wall.url}/v1`, { primary, backup }, scenario)
  const startedAt = performance.now()
  const answers: Promise<Answer>[] = []
  for (const at of scenario.schedule) {
    await sleep(Math.max(0, startedAt + at * scenario.second - performance.now()))
    answers.push(ask())
  }
  return {
    answers: await Promise.all(answers),
    primary: wall.of(primary),
    backup: wall.of(backup),
    second: scenario.second,
  }
}
