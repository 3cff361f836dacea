import { pilotSize } from '../certify/batch-ends.ts'
import { runPilot } from '../run-pilot.ts'
import type { Choice, Selection } from '../selection.ts'
import { chooseByPrice } from './choose-by-price.ts'

/** One model for all predictors: the cheapest, by measured price, that can be shown to be adequate. */
export async function assignUniformly<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const candidates = selection.options.models.map((lm) => selection.enter(selection.uniform(lm)))
  const { searchSize, order } = selection.data
  // Where there is no search these are the first examples of each test too.
  await runPilot(candidates, selection, Math.min(searchSize || pilotSize, order.length))
  return chooseByPrice(candidates, selection)
}
