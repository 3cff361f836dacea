import { StateError } from '../errors/state-error.ts'
import type { Signature } from '../signature/signature.ts'
import { isDSPyState } from './dspy-state/dspy-state.ts'
import { readDSPyState } from './dspy-state/read-dspy-state.ts'
import { fieldState } from './dump-state.ts'
import type { LoadedPredictor } from './loaded-predictor.ts'
import type { Predictor } from './predictor.ts'
import { readProgramState } from './read-program-state.ts'

/** Takes over a state, ours or DSPy's; nothing is changed unless all of it fits. */
export function loadState(predictors: readonly [string, Predictor][], state: unknown): void {
  const read = isDSPyState(state)
    ? readDSPyState(state, predictors)
    : copyOf(readProgramState(state).predictors)
  const saved = new Map(Object.entries(read))
  const differences = compare(predictors, saved)
  if (differences.length > 0) {
    throw new StateError(
      'The state is of another program, so nothing was loaded. Load it into the program that saved it:',
      differences,
    )
  }
  for (const [path, predictor] of predictors) {
    const part = saved.get(path)
    if (part) apply(predictor, part)
  }
}

// A state that was made by hand may hold what no file can.
function copyOf<State>(state: State): State {
  try {
    return structuredClone(state)
  } catch (error) {
    throw new StateError(`The state holds what cannot be copied, so nothing was loaded: ${error}`)
  }
}

function compare(
  predictors: readonly [string, Predictor][],
  saved: ReadonlyMap<string, LoadedPredictor>,
): string[] {
  const paths = new Set(predictors.map(([path]) => path))
  const unknown = [...saved.keys()].filter((path) => !paths.has(path))
  return [
    ...unknown.map((path) => `the state has a predictor \`${path}\` that the program lacks`),
    ...predictors.flatMap(([path, predictor]) => {
      const part = saved.get(path)
      if (!part) return [`the program has a predictor \`${path}\` that the state lacks`]
      return compareFields(path, predictor.signature, part)
    }),
  ]
}

function compareFields(path: string, signature: Signature, part: LoadedPredictor): string[] {
  const here = [...signature.inputFields, ...signature.outputFields].map(fieldState)
  const line = (field: { side: string; name: string; type: string } | undefined): string =>
    field ? `${field.side} \`${field.name}: ${field.type}\`` : 'nothing'
  const differences: string[] = []
  for (let index = 0; index < Math.max(here.length, part.fields.length); index += 1) {
    const [ours, theirs] = [line(here[index]), line(part.fields[index])]
    if (ours !== theirs) {
      differences.push(
        `\`${path}\`, field ${index + 1}: the program has ${ours}, the state ${theirs}`,
      )
    }
  }
  return differences
}

function apply(predictor: Predictor, state: LoadedPredictor): void {
  const described = state.fields.flatMap(({ name, description }): [string, string][] =>
    description === undefined ? [] : [[name, description]],
  )
  predictor.signature = predictor.signature.restored(state.instructions, new Map(described))
  predictor.demos = state.demos
  predictor.config = { ...state.config }
}
