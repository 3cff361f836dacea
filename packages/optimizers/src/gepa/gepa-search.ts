import type { LM, Module } from '@ockham/core'
import { sequentialAcceptance } from '../racing/sequential-acceptance.ts'
import { derivedRandom } from '../random/derived-random.ts'
import type { Random } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { type Merge, mergeCandidates } from '../search/merge-candidates.ts'
import { mergeExamples } from '../search/merge-examples.ts'
import { Minibatches } from '../search/minibatches.ts'
import { paretoFront } from '../search/pareto-front.ts'
import type { SearchContext } from '../validation/search.ts'
import type { ResolvedGEPA } from './gepa-options.ts'
import { mutate } from './mutation.ts'
import { Pool, withComponents } from './pool.ts'

/** Examples on which a merge is tried before it is compared. */
const mergeTrials = 5
/** A proposal is tried on at most so many minibatches, and examples, before its validation. */
const mostMinibatches = 4
const largestCap = 20

/** A mutation under way: whose, on what, and what it was before. */
interface Attempt<Program, Gold extends object> {
  readonly slot: number
  readonly parent: number
  readonly examples: readonly Gold[]
  readonly before: readonly Evaluation[]
  readonly program: Program
}

/** A mutation that was compared with its parent, by the sums of their scores. */
interface Decided<Program, Gold extends object> {
  readonly attempt: Attempt<Program, Gold>
  readonly before: number
  readonly after: number
  readonly isAccepted: boolean
}

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
      this.context.announce(`iteration ${iteration}`)
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
    if (isOver(this.sinceFound, stop.noImprovement)) return 'nothing better was found for long'
    // Where nothing is left to reflect on, iterations cost nothing and would go on for ever.
    return isOver(this.sinceFound, this.idleLimit) ? 'there is nothing left to learn' : undefined
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
    const { parents, ancestor, components } = merge
    onEvent({ type: 'merge', iteration, parents, ancestor })
    const child = withComponents(base.program, components)
    const [first = [], second = []] = parents.map((row) => pool.table[row])
    const positions = mergeExamples({ first, second }, mergeTrials, random)
    const sumOf = (scores: readonly (number | undefined)[]): number =>
      positions.reduce((sum, position) => sum + (scores[position] ?? 0), 0)
    const before = Math.max(sumOf(first), sumOf(second))
    const examples = positions.flatMap((position) => this.context.valset[position] ?? [])
    const after = await this.sumOn(child, examples)
    if (after === undefined) return true
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
    for (const { attempt, before, after, isAccepted } of await this.compare(iteration, attempts)) {
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

  /** Compares children with their parents on more and more examples; those that the budget leaves undecided are left out. */
  private async compare(
    iteration: number,
    attempts: readonly Attempt<Program, Gold>[],
  ): Promise<Decided<Program, Gold>[]> {
    const { acceptance, reflectionMinibatchSize, seed, proposals } = this.options
    const { trainset } = this.context
    const cap = Math.min(mostMinibatches * reflectionMinibatchSize, largestCap, trainset.length)
    const sizes = { minibatchSize: Math.min(reflectionMinibatchSize, cap), cap }
    const decided: Decided<Program, Gold>[] = []
    let open = attempts.map((attempt) => {
      // What is tried next was not learned from; which examples it is depends on the step alone.
      const random = derivedRandom(seed + 1, iteration * proposals + attempt.slot)
      const others = shuffle(
        trainset.filter((gold) => !attempt.examples.includes(gold)),
        random,
      )
      return { attempt, order: [...attempt.examples, ...others] }
    })
    for (
      let seen = sizes.minibatchSize;
      open.length > 0;
      seen = Math.min(cap, seen + sizes.minibatchSize)
    ) {
      const works = open.flatMap(({ attempt, order }) =>
        [this.pool.members[attempt.parent]?.program, attempt.program].map((program) => ({
          program,
          examples: order.slice(0, seen),
        })),
      )
      const results = await this.evaluateAll(works)
      open = open.filter(({ attempt }, index) => {
        const [own = [], child = []] = [results[2 * index], results[2 * index + 1]]
        if (Math.min(own.length, child.length) < seen) return false
        const [before, after] = [sum(own), sum(child)]
        const differences = child.map(({ score }, place) => score - (own[place]?.score ?? 0))
        const verdict =
          acceptance === 'strict'
            ? strictAcceptance(differences)
            : sequentialAcceptance(differences, sizes)
        if (verdict === 'continue') return true
        decided.push({ attempt, before, after, isAccepted: verdict === 'accept' })
        return false
      })
    }
    return decided
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
    const before = await this.evaluateAll(
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
    if (Object.keys(changed).length === 0) {
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
    const evaluated = (this.pool.table[candidate] ?? []).filter(
      (score) => score !== undefined,
    ).length
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

  private async sumOn(program: Program, examples: readonly Gold[]): Promise<number | undefined> {
    const evaluations = await this.evaluationsOf(program, examples)
    return evaluations.length < examples.length ? undefined : sum(evaluations)
  }

  private async evaluationsOf(program: Program, examples: readonly Gold[]): Promise<Evaluation[]> {
    const [evaluations = []] = await this.evaluateAll([{ program, examples }])
    return evaluations
  }

  /** What programs do on examples, in one batch; fewer where the budget ended. */
  private async evaluateAll(
    works: readonly { program: Program | undefined; examples: readonly Gold[] }[],
  ): Promise<Evaluation[][]> {
    const { run } = this.context
    const trials = works.map(({ program, examples }) => {
      const candidate = program && run.candidate(program)
      return candidate ? examples.map((gold) => ({ candidate, gold })) : []
    })
    await run.evaluate(trials.flat())
    return trials.map((own) => own.flatMap((trial) => run.known(trial) ?? []))
  }
}

function sum(evaluations: readonly Evaluation[]): number {
  return evaluations.reduce((total, { score }) => total + score, 0)
}

/** GEPA's own rule: better by anything on the first minibatch. */
function strictAcceptance(differences: readonly number[]): 'accept' | 'reject' {
  return differences.reduce((total, difference) => total + difference, 0) > 0 ? 'accept' : 'reject'
}
