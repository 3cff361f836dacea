import type { JSONValue } from '../../schema/json-value.ts'

/**
 * The steps of a run, under DSPy's keys: `thought_0`, `tool_name_0`, `tool_args_0`, `observation_0`, and
 * so on. Of a reply that could not be read only what could is there, and an observation that says so.
 */
export interface Trajectory {
  readonly [key: `thought_${number}`]: string
  readonly [key: `tool_name_${number}`]: string
  readonly [key: `tool_args_${number}`]: Readonly<Record<string, unknown>>
  readonly [key: `observation_${number}`]: JSONValue
}

/** One step of a run. */
export interface TrajectoryStep {
  readonly thought?: string
  readonly toolName?: string
  readonly toolArgs?: Readonly<Record<string, unknown>>
  readonly observation: JSONValue
}

/** The steps as a trajectory, without the oldest `dropped`. */
export function trajectoryOf(steps: readonly TrajectoryStep[], dropped: number = 0): Trajectory {
  const told: Record<string, unknown> = {}
  for (const [index, { thought, toolName, toolArgs, observation }] of steps.entries()) {
    if (index < dropped) continue
    if (thought !== undefined) told[`thought_${index}`] = thought
    if (toolName !== undefined) told[`tool_name_${index}`] = toolName
    if (toolArgs !== undefined) told[`tool_args_${index}`] = toolArgs
    told[`observation_${index}`] = observation
  }
  return told as Trajectory // the lines above write each key with its type
}
