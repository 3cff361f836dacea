import { sdkClient } from './bare-sdk/bench-caller.ts'
import { compare } from './bare-sdk/compare.ts'
import { comparisons } from './bare-sdk/comparison.ts'
import { lmCaller, routerCaller } from './bare-sdk/lm-callers.ts'
import { sdkCaller } from './bare-sdk/sdk-caller.ts'
import type { Verdict } from './bare-sdk/verdict.ts'
import { perform } from './failover-bench/perform.ts'
import { routerClient } from './failover-bench/router-client.ts'
import { scenarios } from './failover-bench/scenarios.ts'
import { warmUp } from './harness/warm-up.ts'

// Puts the bare `openai` package and a router to the same wall and prints what became of it, as the
// tables of docs/faults.md. In test/: node --conditions=@ockham/source --import tsx faults/bare-sdk.ts
await warmUp()

const say = ({ what, requests, seconds }: Verdict): string =>
  `${what} (${requests}, ${seconds.toFixed(1)} s)`

console.log(
  '| | fault | `openai` alone | `retrying(lm(…))` | `router` with a backup |\n|---|---|---|---|---|',
)
for (const comparison of comparisons) {
  const sdk = await compare(comparison, sdkCaller)
  const alone = await compare(comparison, lmCaller)
  const routed = await compare(comparison, routerCaller)
  const { id, fault } = comparison
  console.log(`| ${id} | ${fault} | ${say(sdk)} | ${say(alone)} | ${say(routed)} |`)
}

console.log(
  '\n| | fault | correct | `openai` alone | router with a backup |\n|---|---|---|---|---|',
)
let passed = 0
for (const scenario of scenarios) {
  const bare = scenario.judge(await perform(scenario, sdkClient))
  const run = await perform(scenario, routerClient)
  const ours = scenario.judge(run)
  passed += ours.length === 0 ? 1 : 0
  const result =
    ours.length === 0 ? `pass (${run.primary.requests.length} to the primary)` : ours.join('; ')
  const { id, fault, correct } = scenario
  console.log(`| ${id} | ${fault} | ${correct} | ${bare.join('; ') || 'pass'} | ${result} |`)
}
console.log(`\n${passed} of ${scenarios.length}.`)
process.exit()
