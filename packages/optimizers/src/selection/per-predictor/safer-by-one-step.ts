import type { ModelEffect } from './surrogate.ts'

/**
 * The same places but for one: where most is lost for each dollar saved, the next safer model, which is the cheapest of
 * those that lose less. Undefined when nothing is safer.
 */
export function saferByOneStep(
  predictors: readonly (readonly ModelEffect[])[],
  places: readonly number[],
): number[] | undefined {
  const steps = places.flatMap((place, predictor) => {
    const models = predictors[predictor] ?? []
    const now = models[place]
    const next = now && nextSafer(models, now)
    return next ? [{ predictor, place: models.indexOf(next), rate: now.loss / -now.price }] : []
  })
  const [first, ...others] = steps
  if (first === undefined) return undefined
  const worst = others.reduce((most, step) => (step.rate > most.rate ? step : most), first)
  return places.with(worst.predictor, worst.place)
}

function nextSafer(
  models: readonly ModelEffect[],
  { loss, price }: ModelEffect,
): ModelEffect | undefined {
  const safer = models.filter((model) => model.loss < loss && model.price > price)
  return safer.toSorted((one, other) => one.price - other.price)[0]
}
