import type { Certificate, CertifiedRequirement } from '../../certificate/certificate.ts'
import type { LatencyLimit } from '../../requirement.ts'
import {
  either,
  listOf,
  nullable,
  numberShape,
  objectOf,
  oneOf,
  optional,
  pairShape,
  recordOf,
  type Shape,
  textShape,
} from './shape.ts'

export const requirementShape: Shape<CertifiedRequirement> = either(
  objectOf<{ readonly floor: number }>({ floor: numberShape }),
  objectOf<{ readonly reference: string; readonly tolerance: number }>({
    reference: textShape,
    tolerance: numberShape,
  }),
)

export const latencyLimitShape: Shape<LatencyLimit> = objectOf<LatencyLimit>({
  milliseconds: numberShape,
  share: numberShape,
})

/** A certificate as JSON holds it. */
export const certificateShape: Shape<Certificate> = objectOf<Certificate>({
  kind: oneOf('devset', 'population'),
  text: textShape,
  candidate: textShape,
  choice: recordOf(textShape),
  requirement: requirementShape,
  latency: optional(latencyLimitShape),
  confidence: numberShape,
  method: oneOf('exact', 'approximate'),
  evaluated: numberShape,
  devsetSize: numberShape,
  meanScore: numberShape,
  interval: pairShape,
  costPerExampleUSD: nullable(numberShape),
  referenceCostPerExampleUSD: optional(nullable(numberShape)),
  snapshots: recordOf(listOf(textShape)),
  issuedAt: textShape,
  expiresAt: textShape,
})
