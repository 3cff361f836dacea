import type { ModelEffect } from './surrogate.ts'

/**
 * The same places but for one: where most may be lost for each dollar saved, the next safer model, which is the cheapest
 * of the dearer ones that may lose less. The first of each list is the anchor's, with which nothing is lost for certain.
 * Losses are judged `caution` standard errors above their estimate. Undefined when all are the anchor's.
 */
export function saferByOneStep(
  predictors: readonly (readonly ModelEffect[])[],
  places: readonly number[],
  caution: number,
): number[] | undefined {
  const risk = ({ loss, variance }: ModelEffect): number => loss + caution * Math.sqrt(variance)
  const steps = places.flatMap((place, predictor) => {
    const models = predictors[predictor] ?? []
    const now = models[place]
    if (place === 0 || now === undefined) return []
    const safer = models
      .map((model, index) => ({ index, ...model, risk: index === 0 ? -Infinity : risk(model) }))
      .filter((model) => model.index === 0 || (model.price > now.price && model.risk < risk(now)))
      .toSorted((one, other) => one.price - other.price)
    return [{ predictor, place: safer[0]?.index ?? 0, rate: risk(now) / Math.abs(now.price) }]
  })
  const [first, ...others] = steps
  if (first === undefined) return undefined
  const worst = others.reduce((most, step) => (step.rate > most.rate ? step : most), first)
  return places.with(worst.predictor, worst.place)
}
