import { OptionError } from '@ockham/core'
import { pilotSize } from './batch-ends.ts'
import type { ModelRun } from './model-run.ts'
import type { Candidate, Choice, Search } from './search.ts'
import type { Verdict } from './selection-report.ts'
import { testCandidate } from './test-candidate.ts'

/** One model for all predictors: the cheapest, by measured price, that can be shown to be adequate. */
export async function assignUniformly<Gold extends object, Outputs extends object>(
  search: Search<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const { candidates, reference } = search
  await runPilot(search)

  const conclude = (candidate: Candidate<Gold, Outputs>, verdict: Verdict): void => {
    candidate.verdict = verdict
    search.announce(candidate.run, verdict)
  }
  // By the prices of the pilot, which later runs must not change.
  const dear = new Set(candidates.filter(({ run }) => costsAsMuch(run, reference)))
  let certified: Candidate<Gold, Outputs> | undefined
  for (const candidate of byPrice(candidates)) {
    if (certified !== undefined || dear.has(candidate)) {
      conclude(candidate, 'not-needed')
      continue
    }
    conclude(candidate, await testCandidate(candidate, search))
    if (candidate.verdict === 'certified') certified = candidate
  }
  if (certified !== undefined) return { run: certified.run, certified: true }
  return { run: reference ?? bestSeen(candidates), certified: false }
}

/** The first examples on every model, for the prices; they are also the first of each test. */
async function runPilot<Gold extends object, Outputs extends object>(
  search: Search<Gold, Outputs>,
): Promise<void> {
  const { candidates, reference, devsetSize } = search
  const runs = [...candidates.map(({ run }) => run), ...(reference ? [reference] : [])]
  for (const run of runs) {
    await run.advance(Math.min(pilotSize, devsetSize))
    search.announce(run)
  }
  if (runs.every(({ rows }) => rows.length === 0)) {
    throw new OptionError('budget', 'is too small to run a single example; raise it.')
  }
}

// Models whose price is not known come last, in the order in which they were given.
function byPrice<Gold extends object, Outputs extends object>(
  candidates: readonly Candidate<Gold, Outputs>[],
): Candidate<Gold, Outputs>[] {
  const price = ({ run }: Candidate<Gold, Outputs>): number =>
    run.costPerExampleUSD ?? Number.MAX_VALUE
  return candidates.toSorted((one, other) => price(one) - price(other))
}

function costsAsMuch<Gold extends object, Outputs extends object>(
  run: ModelRun<Gold, Outputs>,
  reference: ModelRun<Gold, Outputs> | undefined,
): boolean {
  const price = run.costPerExampleUSD
  const limit = reference?.costPerExampleUSD ?? null
  return price !== null && limit !== null && price >= limit
}

function bestSeen<Gold extends object, Outputs extends object>(
  candidates: readonly Candidate<Gold, Outputs>[],
): ModelRun<Gold, Outputs> {
  const runs = byPrice(candidates)
    .map(({ run }) => run)
    .filter(({ rows }) => rows.length > 0)
  return runs.reduce((best, run) => (run.meanScore > best.meanScore ? run : best))
}
