import { evaluate, type Predictor, trackUsage } from '@ockham/core'
import type { CompileBudget } from '@ockham/optimizers'
import { chance } from '../chance.ts'
import { choose } from '../choose.ts'
import { writeRule } from '../lexicon/rule.ts'
import type { Table } from '../lexicon/table.ts'
import { fillers } from '../lexicon/vocabulary.ts'
import { inventRule } from '../proposer/propose-rules.ts'
import type { Row, World, WorldProgram } from '../world/world.ts'
import type { WorldOptimizer } from './contender.ts'
import { TrialSpend } from './trial-spend.ts'

/** What random edits did. */
export interface RandomEditsReport {
  readonly tried: number
  readonly accepted: number
}

/** Rows of the validation split that each trial is scored on. */
const rowsPerTrial = 20

/**
 * The control: edits instructions at random, by the same sentences that others use, and keeps an edit that
 * scores better. What it gains, an optimizer gains without learning anything.
 */
export class RandomEdits implements WorldOptimizer {
  private readonly world: World
  private readonly seed: number

  constructor({ world, seed }: { world: World; seed: number }) {
    this.world = world
    this.seed = seed
  }

  /** Spends at most what the budget says. */
  async compile(
    program: WorldProgram,
    { valset, budget }: { valset: readonly Row[]; budget: CompileBudget },
  ): Promise<{ program: WorldProgram; report: RandomEditsReport }> {
    const spent = new TrialSpend(budget)
    let best = program.copy()
    let bestScore = -1
    let [tried, accepted] = [0, 0]
    while (spent.coversAnother()) {
      const edited = best.copy()
      if (tried > 0) this.edit(edited, tried)
      const { result, usage } = await trackUsage(() => this.score(edited, valset))
      spent.add(usage)
      tried += 1
      if (result <= bestScore) continue
      best = edited
      bestScore = result
      accepted += 1
    }
    return { program: best, report: { tried, accepted } }
  }

  private edit(program: WorldProgram, trial: number): void {
    const draw = (event: string): number => chance(this.seed, 'random edits', trial, event)
    editInstructions(choose(program.predictors(), draw('predictor')), this.world.tables, draw)
  }

  private async score(program: WorldProgram, valset: readonly Row[]): Promise<number> {
    const devset = valset.slice(0, rowsPerTrial)
    return (await evaluate(program, { devset, metric: this.world.metric })).score
  }
}

/** Adds any sentence of the lexicon, or takes one away; the first line says what there is to do and stays. */
export function editInstructions(
  predictor: Predictor,
  tables: readonly Table[],
  draw: (event: string) => number,
): void {
  const { instructions } = predictor.signature
  const [task = '', ...lines] = instructions.split('\n')
  const table = tables.find((candidate) => instructions.includes(candidate.task))
  const edited = [...lines]
  const place = Math.floor(draw('place') * (lines.length + 1))
  const way = draw('way')
  if (way < 0.25 && lines.length > 0) edited.splice(Math.min(place, lines.length - 1), 1)
  else if (way < 0.5 || table === undefined)
    edited.splice(place, 0, choose(fillers, draw('filler')))
  else edited.splice(place, 0, `- ${writeRule(inventRule(table, draw))}`)
  predictor.signature = predictor.signature.withInstructions([task, ...edited].join('\n'))
}
