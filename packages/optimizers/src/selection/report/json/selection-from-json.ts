import { StateError } from '@ockham/core'
import type { SelectionReport } from '../../selection-report.ts'
import { reportShape } from './report-shape.ts'
import { selectionFormat } from './selection-format.ts'
import { anyShape, objectOf } from './shape.ts'

const differencesTold = 10

/** A report that `selectionToJSON` wrote; throws `StateError` for a text that is damaged, of another kind or of another version. */
export function selectionFromJSON(text: string): SelectionReport {
  const { format, version, report } = parse(text)
  if (format !== selectionFormat.format) {
    throw new StateError('This is no saved selection: pass what `selectionToJSON` wrote.')
  }
  if (version !== selectionFormat.version) {
    throw new StateError(
      `This selection was saved as version ${String(version)}, and only version ${selectionFormat.version} can be read: use the version of @ockham/optimizers that saved it.`,
    )
  }
  const differences = reportShape(report, 'report')
  if (differences.length === 0) return report as SelectionReport // that is what the shape has just checked
  throw new StateError(
    'This saved selection is damaged; use another copy of it.',
    differences.slice(0, differencesTold),
  )
}

interface SavedSelection {
  readonly format: unknown
  readonly version: unknown
  readonly report: unknown
}

const savedShape = objectOf<SavedSelection>({
  format: anyShape,
  version: anyShape,
  report: anyShape,
})

function parse(text: string): SavedSelection {
  try {
    const value: unknown = JSON.parse(text)
    // The shape has checked that it is an object, and its members may be anything.
    if (savedShape(value, 'file').length === 0) return value as SavedSelection
  } catch (cause) {
    throw new StateError(
      'This saved selection is cut short or no JSON; use another copy of it.',
      [],
      {
        cause,
      },
    )
  }
  throw new StateError('This is no saved selection: pass what `selectionToJSON` wrote.')
}
