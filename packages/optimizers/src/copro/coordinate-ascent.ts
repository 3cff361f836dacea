import type { CallOptions, LM, Module } from '@ockham/core'
import { proposeFromAttempts } from '../instructions/coordinate/propose-from-attempts.ts'
import { proposeFromBasic } from '../instructions/coordinate/propose-from-basic.ts'
import { drawRolloutId } from '../random/draw-rollout-id.ts'
import { Entrance } from '../validation/entrance.ts'
import type { SearchContext } from '../validation/search.ts'
import { InstructionAttempts } from './instruction-attempts.ts'
import { withInstructions } from './with-instructions.ts'

/** What the ascent begins with, and how far it goes. */
export interface AscentOptions<Program> {
  readonly program: Program
  readonly promptModel: LM
  readonly breadth: number
  readonly depth: number
  readonly initTemperature: number
}

/** Whose turn it is. */
interface Turn {
  readonly path: string
  /** Counts from 0. */
  readonly round: number
}

/** Improves the instructions of one predictor after another, the others as in the best program so far. */
export class CoordinateAscent<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly options: AscentOptions<Program>
  private readonly context: SearchContext<Program, Gold, Outputs>
  private readonly attempts = new InstructionAttempts()
  private readonly entrance: Entrance<Program, Gold, Outputs>

  constructor(options: AscentOptions<Program>, context: SearchContext<Program, Gold, Outputs>) {
    this.options = options
    this.context = context
    this.entrance = new Entrance(context)
  }

  /** Rounds over the predictors until the last, or until the budget is used up. */
  async run(): Promise<void> {
    const { program, depth } = this.options
    const [score] = await this.entrance.enter([{ label: 'the program as given', program }])
    for (const [path, { signature }] of program.namedPredictors()) {
      this.attempts.add(path, signature.instructions, score)
    }
    for (let round = 0; round < depth; round += 1) {
      for (const [path] of program.namedPredictors()) {
        if (this.context.run.isOver) return
        await this.improve({ path, round })
      }
    }
  }

  private async improve(turn: Turn): Promise<void> {
    const { run, leaderboard } = this.context
    const base = leaderboard.best?.program ?? this.options.program
    await this.propose(turn)
    if (run.isOver) return
    // Those known are tried again since the other predictors may have changed; if not, their scores are known too.
    const texts = this.attempts.instructions(turn.path)
    const entries = texts.map((instructions, number) => ({
      label: `${turn.path}: instructions ${number}, round ${turn.round + 1}`,
      program: withInstructions(base, turn.path, instructions),
    }))
    const scores = await this.entrance.enter(entries, this.share(turn, 1))
    for (const [number, instructions] of texts.entries()) {
      this.attempts.add(turn.path, instructions, scores[number])
    }
  }

  /** How much of the ascent is done when this part of a turn is. */
  private share({ path, round }: Turn, part: number): number {
    const { program, depth } = this.options
    const paths = program.namedPredictors().map(([name]) => name)
    return (round * paths.length + paths.indexOf(path) + part) / (depth * paths.length)
  }

  /** Adds instructions that are new, as many as the LM can think of. */
  private async propose(turn: Turn): Promise<void> {
    const { run, announce } = this.context
    const { promptModel, initTemperature: temperature } = this.options
    const call = {
      lm: run.candidates.metered(promptModel),
      temperature,
      rolloutId: drawRolloutId(run.random),
    }
    const propose = this.proposer(turn)
    const asked = await run.ask(['instructions', turn], async (signal) => ({
      texts: await propose({ ...call, ...(signal ? { signal } : {}) }),
    }))
    if (asked === undefined) return
    if ('error' in asked) announce(`${turn.path}: no instructions, ${asked.error}`)
    else for (const text of asked.answer.texts) this.attempts.add(turn.path, text, undefined)
  }

  private proposer({ path, round }: Turn): (call: CallOptions) => Promise<string[]> {
    const { breadth } = this.options
    const [instructions = ''] = this.attempts.instructions(path)
    const attempts = this.attempts.best(path, breadth)
    // In the first round those that the predictor has are one of them.
    const count = round === 0 ? breadth - 1 : breadth
    return round === 0 || attempts.length === 0
      ? (call) => proposeFromBasic({ instructions, breadth: count }, call)
      : (call) => proposeFromAttempts({ attempts, breadth: count }, call)
  }
}
