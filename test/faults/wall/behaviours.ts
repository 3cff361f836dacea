import type { Behaviour } from './behaviours/behaviour.ts'
import { bodyFaults } from './behaviours/body-faults.ts'
import { connectionFaults } from './behaviours/connection-faults.ts'
import { scenarios } from './behaviours/scenarios.ts'
import { statusFaults } from './behaviours/status-faults.ts'
import { streamFaults } from './behaviours/stream-faults.ts'
import { toolCallFaults } from './behaviours/tool-call-faults.ts'
import { usageFaults } from './behaviours/usage-faults.ts'

/** All that the wall can do, by the name of the model that is asked for. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  ...statusFaults,
  ...connectionFaults,
  ...streamFaults,
  ...usageFaults,
  ...toolCallFaults,
  ...bodyFaults,
  ...scenarios,
}
