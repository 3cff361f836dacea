import type { LM, Module } from '@ockham/core'
import { derivedRandom } from '../random/derived-random.ts'
import type { Random } from '../random/random.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { type Merge, mergeCandidates } from '../search/merge-candidates.ts'
import { mergeExamples } from '../search/merge-examples.ts'
import { Minibatches } from '../search/minibatches.ts'
import { paretoFront } from '../search/pareto-front.ts'
import type { SearchContext } from '../validation/search.ts'
import { type Attempt, type Comparison, compareChildren } from './compare-children.ts'
import { evaluateAll, sumOfScores } from './evaluate-all.ts'
import type { ResolvedGEPA } from './gepa-options.ts'
import { mutate } from './mutation.ts'
import { Pool, withComponents } from './pool.ts'
import { stopShare } from './stop-share.ts'

/** Examples on which a merge is tried before it is compared. */
const mergeTrials = 5

/** One search by GEPA. */
export class GEPASearch<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly context: SearchContext<Program, Gold, Outputs>
  private readonly options: ResolvedGEPA<Gold, Outputs>
  private readonly reflectionLM: LM
  private readonly pool: Pool<Program, Gold, Outputs>
  private readonly minibatches: Minibatches
  private readonly tried: Merge[] = []
  private mergesDue = 0
  private mergesTested = 0
  private proposals = 0
  private foundNew = true
  private sinceFound = 0

  constructor(
    context: SearchContext<Program, Gold, Outputs>,
    options: ResolvedGEPA<Gold, Outputs>,
    reflectionLM: LM,
  ) {
    this.context = context
    this.options = options
    this.reflectionLM = reflectionLM
    this.pool = new Pool(context.leaderboard)
    this.minibatches = new Minibatches({
      datasetSize: context.trainset.length,
      minibatchSize: Math.min(options.reflectionMinibatchSize, context.trainset.length),
      seed: options.seed,
    })
  }

  /** Searches until the budget or a stop condition ends it. */
  async explore(program: Program, isStopped: () => boolean): Promise<void> {
    const { onEvent } = this.options
    await this.pool.add('the program itself', program.copy(), [])
    this.context.announce('the program itself')
    for (let iteration = 0; ; iteration += 1) {
      const reason = isStopped() ? 'the stop file is there' : this.stopReason()
      if (reason !== undefined) {
        onEvent({ type: 'stopped', iteration, reason })
        return
      }
      onEvent({ type: 'iteration-start', iteration })
      const random = derivedRandom(this.options.seed, iteration)
      if (!(await this.merge(iteration, random))) await this.mutations(iteration, random)
      const counts = { candidates: this.pool.members.length, proposals: this.proposals }
      this.context.announce(`iteration ${iteration}`, stopShare(this.options.stop, counts))
    }
  }

  private stopReason(): string | undefined {
    const { stop } = this.options
    const { run } = this.context
    const isOver = (value: number, limit: number | undefined): boolean =>
      limit !== undefined && value >= limit
    if (run.isOver) return 'the budget is used up'
    if (isOver(this.pool.scoreOf(this.pool.best), stop.score)) return 'the score is good enough'
    if (isOver(this.pool.members.length, stop.candidates)) return 'there are enough candidates'
    if (isOver(this.proposals, stop.proposals)) return 'there were enough proposals'
    if (isOver(run.askedFor.usd, stop.reflectionUSD)) return 'reflection has cost enough'
    if (isOver(this.sinceFound, stop.noImprovement)) return 'nothing better was found for long'
    // Where nothing is left to reflect on, iterations cost nothing and would go on for ever.
    return isOver(this.sinceFound, this.idleLimit) ? 'there is nothing left to learn' : undefined
  }

  private get comparison(): Comparison<Program, Gold, Outputs> {
    const { context, options, pool } = this
    return { run: context.run, trainset: context.trainset, options, pool }
  }

  private get idleLimit(): number {
    return 10 * Math.ceil(this.context.trainset.length / this.options.reflectionMinibatchSize) + 100
  }

  /** Tries a merge where one is due; false where the iteration is free for mutations. */
  private async merge(iteration: number, random: Random): Promise<boolean> {
    const { useMerge, onEvent } = this.options
    if (!useMerge || this.mergesDue === 0 || !this.foundNew) return false
    this.foundNew = false
    const { pool, tried } = this
    const survivors = paretoFront(pool.table).map(({ candidate }) => candidate)
    const merge = mergeCandidates({ candidates: pool.family, survivors, tried, random })
    const base = merge && pool.members[merge.ancestor]
    if (!merge || !base) return false
    this.tried.push(merge)
    if (pool.has({ ...base.components, ...merge.components })) return true
    const { parents, ancestor, components } = merge
    onEvent({ type: 'merge', iteration, parents, ancestor })
    const child = withComponents(base.program, components)
    const [first = [], second = []] = parents.map((row) => pool.table[row])
    const positions = mergeExamples({ first, second }, mergeTrials, random)
    const examples = positions.flatMap((position) => this.context.valset[position] ?? [])
    const programs = [...parents.map((row) => pool.members[row]?.program), child]
    const results = await evaluateAll(
      this.context.run,
      programs.map((program) => ({ program, examples })),
    )
    if (results.some(({ length }) => length < examples.length)) return true
    const [one = 0, other = 0, after = 0] = results.map(sumOfScores)
    const before = Math.max(one, other)
    if (after < before) {
      onEvent({ type: 'merge-rejected', iteration, before, after })
      return true
    }
    this.mergesDue -= 1
    this.mergesTested += 1
    await this.accept(iteration, { label: `merge ${iteration}`, program: child, parents })
    return true
  }

  /** Reflects on one or several candidates side by side, and keeps what does better. */
  private async mutations(iteration: number, random: Random): Promise<void> {
    const attempts = await this.attempts(iteration, random)
    let accepted = 0
    for (const { attempt, before, after, isAccepted } of await compareChildren(
      attempts,
      iteration,
      this.comparison,
    )) {
      if (isAccepted) {
        accepted += 1
        const { program, parent, slot } = attempt
        const label = `proposal ${iteration}.${slot}`
        await this.accept(iteration, { label, program, parents: [parent] })
        const { useMerge, maxMergeInvocations } = this.options
        if (useMerge && this.mergesTested < maxMergeInvocations) this.mergesDue += 1
      } else {
        this.options.onEvent({ type: 'proposal-rejected', iteration, before, after })
      }
    }
    this.foundNew = accepted > 0
    this.sinceFound = accepted > 0 ? 0 : this.sinceFound + 1
  }

  private async attempts(iteration: number, random: Random): Promise<Attempt<Program, Gold>[]> {
    const { trainset } = this.context
    const { candidateSelector, onEvent, proposals } = this.options
    const slots = Array.from({ length: proposals }, (_, slot) => {
      const parent = candidateSelector(this.pool.table, random)
      const positions = this.minibatches.at(iteration * proposals + slot)
      onEvent({
        type: 'candidate-selected',
        iteration,
        candidate: parent,
        score: this.pool.scoreOf(parent),
      })
      return { slot, parent, examples: positions.flatMap((position) => trainset[position] ?? []) }
    })
    const before = await evaluateAll(
      this.context.run,
      slots.map(({ parent, examples }) => ({
        program: this.pool.members[parent]?.program,
        examples,
      })),
    )
    const mutated = await Promise.all(
      slots.map((slot, index) => this.mutation(iteration, slot, before[index] ?? [])),
    )
    return mutated.flatMap((attempt) => attempt ?? [])
  }

  private async mutation(
    iteration: number,
    { slot, parent, examples }: { slot: number; parent: number; examples: readonly Gold[] },
    evaluations: readonly Evaluation[],
  ): Promise<Attempt<Program, Gold> | undefined> {
    const { onEvent, skipPerfectScore, perfectScore } = this.options
    const member = this.pool.members[parent]
    if (!member || evaluations.length < examples.length) return undefined
    if (skipPerfectScore && evaluations.every(({ score }) => score >= perfectScore)) {
      onEvent({
        type: 'proposal-skipped',
        iteration,
        candidate: parent,
        reason: 'every example was perfect',
      })
      return undefined
    }
    const paths = this.pathsOf(parent)
    this.proposals += 1
    const { components } = member
    const random = derivedRandom(this.options.seed, -1 - iteration * this.options.proposals - slot)
    const source = { iteration, slot, components, paths, examples, evaluations, random }
    const changed = await mutate(this.context.run, source, this.reflectionLM)
    if (this.pool.has({ ...components, ...changed })) {
      onEvent({
        type: 'proposal-skipped',
        iteration,
        candidate: parent,
        reason: 'nothing new was proposed',
      })
      return undefined
    }
    onEvent({ type: 'proposal', iteration, candidate: parent, instructions: changed })
    const program = withComponents(member.program, { ...components, ...changed })
    return { slot, parent, examples, before: evaluations, program }
  }

  /** The predictors that get new instructions: all, or the candidate's next. */
  private pathsOf(row: number): string[] {
    const member = this.pool.members[row]
    if (!member) return []
    const paths = Object.keys(member.components)
    if (this.options.componentSelector === 'all') return paths
    const path = paths[member.turn % paths.length]
    member.turn += 1
    return path === undefined ? [] : [path]
  }

  private async accept(
    iteration: number,
    { label, program, parents }: { label: string; program: Program; parents: readonly number[] },
  ): Promise<void> {
    const candidate = await this.pool.add(label, program, parents)
    const { evaluated = 0 } = this.context.leaderboard.standings[candidate] ?? {}
    const [score, isBest] = [this.pool.scoreOf(candidate), this.pool.best === candidate]
    this.options.onEvent({
      type: 'candidate-accepted',
      iteration,
      candidate,
      score,
      evaluated,
      isBest,
    })
  }
}
