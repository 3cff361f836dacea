import { isPredictor, type Predictor } from './predictor.ts'

/**
 * The predictors of a program in the order of its fields, under DSPy's names: `a.b`, `b[0]`, `d['k']`,
 * and `self` for a program that is one. A predictor that is reached twice counts once.
 */
export function findPredictors(program: object): [string, Predictor][] {
  if (isPredictor(program)) return [['self', program]]
  const found: [string, Predictor][] = []
  visit(program, '', found, new Set())
  return found
}

function visit(
  value: unknown,
  path: string,
  found: [string, Predictor][],
  seen: Set<unknown>,
): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return
  if (seen.has(value)) return
  seen.add(value)
  if (isPredictor(value)) found.push([path, value])
  else if ('$module' in value) {
    const prefix = path === '' ? '' : `${path}.`
    for (const [name, member] of Object.entries(value)) visit(member, prefix + name, found, seen)
  } else if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) visit(member, `${path}[${index}]`, found, seen)
  } else {
    for (const [key, member] of keyed(value)) visit(member, `${path}['${key}']`, found, seen)
  }
}

function keyed(value: object): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([key, member]) => [String(key), member])
  return Object.getPrototypeOf(value) === Object.prototype ? Object.entries(value) : []
}
