import type { CandidateRun } from '../candidate-run.ts'
import { pilotSize } from '../certify/batch-ends.ts'
import { checkAnyRow } from '../check-any-row.ts'
import type { Choice, Selection } from '../selection.ts'
import { chooseByPrice } from './choose-by-price.ts'

/** One model for all predictors: the cheapest, by measured price, that can be shown to be adequate. */
export async function assignUniformly<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const candidates = selection.options.models.map((lm) => selection.enter(selection.uniform(lm)))
  await runPilot(candidates, selection)
  return chooseByPrice(candidates, selection)
}

/** The first examples on every model, for the prices; where there is no search they are the first of each test too. */
async function runPilot<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  { data, reference }: Selection<Gold, Outputs>,
): Promise<void> {
  const runs = [...candidates, ...(reference ? [reference] : [])]
  for (const run of runs) {
    await run.advance(Math.min(data.searchSize || pilotSize, data.order.length))
    data.announce(run)
  }
  checkAnyRow(runs)
}
