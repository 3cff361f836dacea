import { evaluate, type Metric } from '@ockham/core'
import { chance } from '../chance.ts'
import { choose } from '../choose.ts'
import { inOrder } from '../in-order.ts'
import type { Answer, Row, World, WorldProgram } from '../world/world.ts'

/** How to improve instructions by feedback, in its plainest form. */
export interface ReflectiveLoopOptions {
  readonly world: World
  readonly metric: Metric<Row, Answer>
  readonly steps: number
  readonly seed: number
}

const rowsPerStep = 4
const rowsPerCheck = 20

/**
 * Shows failures and their feedback to the world's writer, again and again, and keeps what scores better. No
 * optimizer of ours: it asks whether the world can be learned from feedback, and from nothing else.
 */
export async function reflectiveLoop(options: ReflectiveLoopOptions): Promise<WorldProgram> {
  const { world, metric, steps, seed } = options
  const devset = world.valset.slice(0, rowsPerCheck)
  let best = world.seedProgram()
  let bestScore = (await evaluate(best, { devset, metric })).score
  for (let step = 0; step < steps; step += 1) {
    const shuffled = inOrder(world.trainset, ({ note }) => chance(seed, step, note))
    const rows = shuffled.slice(0, rowsPerStep)
    const feedback = (await evaluate(best, { devset: rows, metric })).rows.map(
      ({ example, prediction, feedback = '' }) =>
        [example.note, ...Object.values(prediction ?? {}), feedback].join('\n'),
    )
    const child = best.copy()
    const predictor = choose(child.predictors(), chance(seed, step, 'predictor'))
    const { instructions } = predictor.signature
    const content = `Improve this:\n\`\`\`\n${instructions}\n\`\`\`\n${feedback.join('\n\n')}`
    const config = { temperature: 1, rolloutId: step }
    const { outputs } = await world.proposer.generate({
      messages: [{ role: 'user', content }],
      config,
    })
    const written = /```\n([\s\S]*)\n```/.exec(outputs[0]?.text ?? '')?.[1] ?? instructions
    predictor.signature = predictor.signature.withInstructions(written)
    const { score } = await evaluate(child, { devset, metric })
    if (score <= bestScore) continue
    best = child
    bestScore = score
  }
  return best
}
