import type { Module } from '@ockham/core'
import { teacherFor } from '../demos/teacher-candidate.ts'
import type { Candidate } from '../run/candidate.ts'
import type { Trial } from '../run/evaluate-example.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { meanScore } from '../search/mean-score.ts'
import { Minibatches } from '../search/minibatches.ts'
import { Entrance } from '../validation/entrance.ts'
import type { SearchContext } from '../validation/search.ts'
import { toBuckets } from './bucket.ts'
import { evenlySpaced } from './evenly-spaced.ts'
import { NewPrograms, type NewProgramsOptions } from './new-programs.ts'
import { percentile } from './percentile.ts'

/** What the ascent begins with. */
export interface AscentSetup<Program, Gold extends object, Outputs extends object>
  extends NewProgramsOptions<Program, Gold, Outputs> {
  readonly program: Program
}

const [low, high] = [0.1, 0.9]

/** Learns from a batch of examples after the other: runs each several times, makes new programs, and judges them. */
export class MiniBatchAscent<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly setup: AscentSetup<Program, Gold, Outputs>
  private readonly context: SearchContext<Program, Gold, Outputs>
  private readonly newPrograms: NewPrograms<Program, Gold, Outputs>
  /** A program never sees the demonstration that was made from the example it runs on: its answer is in there. */
  private readonly candidates = new WeakMap<Program, (gold: Gold) => Candidate<Outputs>>()

  constructor(
    setup: AscentSetup<Program, Gold, Outputs>,
    context: SearchContext<Program, Gold, Outputs>,
  ) {
    this.setup = setup
    this.context = context
    this.newPrograms = new NewPrograms(setup, context)
  }

  /**
   * All steps, or as many as the budget allows. Winners are compared on the validation examples as they come, since at
   * the end nothing may be left for it.
   */
  async run(): Promise<void> {
    const { program, options } = this.setup
    const { run, trainset, announce } = this.context
    const { bsize, numCandidates, maxSteps, seed } = options
    const entrance = new Entrance(this.context)
    const compared = evenlySpaced(maxSteps, numCandidates + 1)
    const batches = new Minibatches({ datasetSize: trainset.length, minibatchSize: bsize, seed })
    await entrance.enter([{ label: 'the program as given', program }])
    for (let step = 1; step <= maxSteps && !run.isOver; step += 1) {
      const batch = batches.at(step - 1).flatMap((position) => trainset[position] ?? [])
      const winner = await this.step(step, batch)
      announce(`step ${step}`, step / maxSteps)
      if (winner && compared.has(step)) {
        await entrance.enter([{ label: `best of step ${step}`, program: winner }])
      }
    }
  }

  /** The new program that does best on the batch; undefined when there is none, or the budget is used up. */
  private async step(step: number, batch: readonly Gold[]): Promise<Program | undefined> {
    const runs = await this.sample(step, batch)
    if (runs === undefined) return undefined
    const scores = runs.flat().map(({ score }) => score)
    if (step === 1) this.setup.pool.scoreFirst(meanScore(scores))
    const programs = await this.newPrograms.of({
      step,
      buckets: toBuckets(batch, runs),
      low: percentile(scores, low),
      high: percentile(scores, high),
    })
    return this.judge(programs, batch)
  }

  /** Several runs on each example, each by a drawn program. */
  private async sample(
    step: number,
    batch: readonly Gold[],
  ): Promise<readonly (readonly Evaluation[])[] | undefined> {
    const { pool, options } = this.setup
    const { run } = this.context
    const { numCandidates: top, temperatureForSampling: temperature } = options
    const trials = Array.from({ length: top }, (_, index) => {
      const rollout = (step - 1) * top + index + 1
      return batch.map((gold) =>
        this.trial(pool.draw({ top, temperature }, run.random), gold, rollout),
      )
    })
    const evaluations = await run.evaluate(trials.flat())
    if (evaluations.includes(undefined)) return undefined
    return batch.map((_, position) =>
      trials.flatMap((_, index) => evaluations[index * batch.length + position] ?? []),
    )
  }

  /** Evaluates new programs on the batch and adds them to the pool; the best of them. */
  private async judge(
    programs: readonly Program[],
    batch: readonly Gold[],
  ): Promise<Program | undefined> {
    const trials = programs.flatMap((program) => batch.map((gold) => this.trial(program, gold)))
    const evaluations = await this.context.run.evaluate(trials)
    let best: { program: Program; average: number } | undefined
    for (const [index, program] of programs.entries()) {
      const own = evaluations.slice(index * batch.length, (index + 1) * batch.length)
      if (own.includes(undefined)) continue
      const average = meanScore(own.map((evaluation) => evaluation?.score))
      this.setup.pool.add(program, average)
      if (best === undefined || average > best.average) best = { program, average }
    }
    return best?.program
  }

  private trial(program: Program, gold: Gold, rollout = 0): Trial<Gold, Outputs> {
    const candidateFor = this.candidates.get(program) ?? teacherFor(this.context.run, program)
    this.candidates.set(program, candidateFor)
    return { candidate: candidateFor(gold), gold, rollout }
  }
}
