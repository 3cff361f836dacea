import type { SelectionReport } from '../../selection-report.ts'

/** A mean score that is adequate, and what it is called. */
export interface RequiredScore {
  readonly score: number
  readonly label: string
}

/** The floor, or the mean score of the reference less the tolerance; undefined before the reference was run. */
export function requiredScore({
  requirement,
  candidates,
}: SelectionReport): RequiredScore | undefined {
  if ('floor' in requirement) {
    return { score: requirement.floor, label: `floor ${requirement.floor}` }
  }
  const { reference, tolerance } = requirement
  const compared = candidates.find(({ model }) => model === reference)
  if (compared === undefined || compared.evaluated === 0) return undefined
  return {
    score: Math.max(0, compared.meanScore - tolerance),
    label: `reference less ${tolerance}`,
  }
}
