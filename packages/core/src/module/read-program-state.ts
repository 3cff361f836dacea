import { StateError } from '../errors/state-error.ts'
import { isRecord } from '../internal/is-record.ts'
import { setOwnProperty } from '../internal/set-own-property.ts'
import type { PredictorState, ProgramState } from './program-state.ts'

/** A value as a program state; throws `StateError` that says what it lacks. */
export function readProgramState(value: unknown): ProgramState {
  if (!isRecord(value) || value['format'] !== 'ockham-program') {
    throw new StateError(
      'This is not a saved program: expected JSON that saveProgram() or DSPy’s program.save("x.json") wrote.',
    )
  }
  if (value['version'] !== 1) {
    throw new StateError(
      `The state has version ${String(value['version'])}, and this release reads version 1. Update @ockham/core.`,
    )
  }
  const predictors = value['predictors']
  if (!isRecord(predictors))
    throw new StateError('The state has no `predictors`; the file is damaged.')
  const damaged = Object.entries(predictors).filter(([, part]) => !isPredictorState(part))
  if (damaged.length > 0) {
    throw new StateError(
      'The state is damaged, so nothing was loaded:',
      damaged.map(([path]) => `\`${path}\` lacks its instructions, fields, demos or config`),
    )
  }
  return { format: 'ockham-program', version: 1, predictors: predictorsOf(predictors) }
}

function predictorsOf(parts: Readonly<Record<string, unknown>>): Record<string, PredictorState> {
  const predictors: Record<string, PredictorState> = {}
  for (const [path, part] of Object.entries(parts)) {
    if (isPredictorState(part)) setOwnProperty(predictors, path, part)
  }
  return predictors
}

function isPredictorState(value: unknown): value is PredictorState {
  return (
    isRecord(value) &&
    typeof value['instructions'] === 'string' &&
    Array.isArray(value['fields']) &&
    value['fields'].every(isFieldState) &&
    Array.isArray(value['demos']) &&
    value['demos'].every(isRecord) &&
    isRecord(value['config'])
  )
}

function isFieldState(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    (value['description'] === undefined || typeof value['description'] === 'string')
  )
}
