import { beforeAll, expect, test } from 'vitest'
import { perform } from './failover-bench/perform.ts'
import { routerClient } from './failover-bench/router-client.ts'
import { scenarios } from './failover-bench/scenarios.ts'
import { warmUp } from './harness/warm-up.ts'

beforeAll(warmUp)

test.each(scenarios)('$id: $fault', async (scenario) => {
  expect(scenario.judge(await perform(scenario, routerClient))).toEqual([])
})
