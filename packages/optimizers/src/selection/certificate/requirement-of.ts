import type { Requirement } from '../requirement.ts'
import type { CertifiedRequirement } from './certificate.ts'

/** A requirement as JSON, with the name of the reference in place of its LM. */
export function requirementOf(requirement: Requirement): CertifiedRequirement {
  if (requirement.kind === 'floor') return { floor: requirement.floor }
  return { reference: requirement.reference.model, tolerance: requirement.tolerance }
}
