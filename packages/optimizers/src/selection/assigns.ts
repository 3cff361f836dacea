import { assignCascades } from './cascade/assign-cascades.ts'
import type { Assignment } from './cheapest-adequate-options.ts'
import { assignJointly } from './joint/assign-jointly.ts'
import { assignPerPredictor } from './per-predictor/assign-per-predictor.ts'
import type { Assign } from './selection.ts'
import { assignUniformly } from './uniform/assign-uniformly.ts'

/** How each kind of assignment is looked for. */
export const assigns: Readonly<Record<Assignment, Assign>> = {
  uniform: assignUniformly,
  'per-predictor': assignPerPredictor,
  cascade: assignCascades,
  joint: assignJointly,
}
