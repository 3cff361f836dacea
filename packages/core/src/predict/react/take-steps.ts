import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Predict } from '../predict.ts'
import { resolveCall } from '../resolve-call.ts'
import { askFitting, type TurnsInView } from '../tools/ask-fitting.ts'
import { observation } from '../tools/observation.ts'
import { runToolCalls } from '../tools/run-tool-calls.ts'
import { unusableReply } from '../tools/unusable-reply.ts'
import { wastedTurns } from '../tools/wasted-turns.ts'
import { finish } from './finish.ts'
import type { ReActStep } from './step-signature.ts'
import { toldTrajectory } from './told-trajectory.ts'
import { type TrajectoryStep, trajectoryOf } from './trajectory.ts'

/** What takes the steps. */
interface StepTaker {
  readonly react: Predict<Signature<object, ReActStep>>
  readonly tools: readonly Tool[]
  readonly maxIters: number
  readonly maxObservationCharacters: number
}

/**
 * Thinks and calls tools until the LM calls `finish`, the steps are used up, the prompt does not fit any
 * more, or the LM keeps writing what cannot be read. Throws what the LM throws, and `AbortError`.
 */
export async function takeSteps(
  agent: StepTaker,
  inputs: Readonly<Record<string, unknown>>,
  view: TurnsInView,
): Promise<TrajectoryStep[]> {
  const { react, maxIters, maxObservationCharacters } = agent
  const { adapter } = resolveCall(react)
  const tools = new Map(agent.tools.map((tool) => [tool.name, tool]))
  const steps: TrajectoryStep[] = []
  let wasted = 0
  while (steps.length < maxIters && wasted < wastedTurns) {
    const step = await nextStep()
    if (step === undefined) break
    if (AdapterParseError.is(step)) {
      wasted += 1
      steps.push(unreadStep(step))
      continue
    }
    wasted = 0
    const { next_thought: thought, next_tool_name: toolName, next_tool_args: toolArgs } = step
    const told = { thought, toolName, toolArgs }
    if (toolName === finish.name) {
      steps.push({ ...told, observation: finish.observation })
      break
    }
    const [result] = await runToolCalls([{ name: toolName, args: toolArgs }], tools, 1)
    steps.push({ ...told, observation: observation(result?.value, maxObservationCharacters) })
  }
  return steps

  /** The LM's next step, or why it cannot be read; undefined when the prompt does not fit any more. */
  async function nextStep(): Promise<ReActStep | AdapterParseError | undefined> {
    try {
      return await askFitting(steps.length, view, () => {
        const trajectory = toldTrajectory(adapter, trajectoryOf(steps, view.dropped))
        return react({ ...inputs, trajectory })
      })
    } catch (error) {
      if (AdapterParseError.is(error)) return error
      if (ContextWindowExceededError.is(error)) return undefined
      throw error
    }
  }
}

// What could be read of the reply keeps its place.
function unreadStep(error: AdapterParseError): TrajectoryStep {
  const { next_thought: thought, next_tool_name: toolName } = error.partial
  return {
    ...(typeof thought === 'string' ? { thought } : {}),
    ...(typeof toolName === 'string' ? { toolName } : {}),
    observation: unusableReply(error),
  }
}
