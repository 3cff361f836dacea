import type { LM } from '@ockham/core'
import type { CandidateRun } from '../candidate-run.ts'
import { isFastEnough } from '../is-fast-enough.ts'
import type { Selection } from '../selection.ts'
import { steadyPrice } from '../steady-price.ts'
import { estimateLoss, type LossEstimate } from './loss-estimate.ts'
import { perPredictorProposal } from './per-predictor-proposal.ts'
import type { SearchBudget } from './search-budget.ts'

/** An LM for each predictor, and how the program did with them. */
export interface Assigned<Gold extends object, Outputs extends object> {
  /** In the order of the predictors. */
  readonly lms: readonly LM[]
  readonly run: CandidateRun<Gold, Outputs>
}

/** What is run on the search examples, each assignment once, and what that says. */
export class SearchRuns<Gold extends object, Outputs extends object> {
  readonly selection: Selection<Gold, Outputs>
  /** The predictors. */
  readonly paths: readonly string[]
  private readonly known = new Map<string, Assigned<Gold, Outputs>>()

  constructor(selection: Selection<Gold, Outputs>) {
    this.selection = selection
    this.paths = selection.data.program.namedPredictors().map(([path]) => path)
    const { requirement } = selection.options
    const { reference } = selection
    if (requirement.kind === 'floor' || reference === undefined) return
    const lms = this.paths.map(() => requirement.reference)
    this.known.set(nameOf(lms), { lms, run: reference })
  }

  /** The reference, or a model, on all predictors. */
  uniform(lm: LM): Assigned<Gold, Outputs> {
    return this.of(this.paths.map(() => lm))
  }

  /** LMs for the predictors, in their order. */
  of(lms: readonly LM[]): Assigned<Gold, Outputs> {
    const name = nameOf(lms)
    const known = this.known.get(name)
    if (known) return known
    const run = this.selection.try(perPredictorProposal(this.paths, lms))
    const assigned = { lms, run }
    this.known.set(name, assigned)
    return assigned
  }

  /** Runs the search examples up to `end`, as far as the budget of the search allows; whether it got there. */
  async advance(
    { run }: Assigned<Gold, Outputs>,
    end: number,
    budget: SearchBudget,
  ): Promise<boolean> {
    // Each time it learns what examples cost.
    for (let room = budget.room; run.rows.length < end && room > 0; room = budget.room) {
      const before = run.rows.length
      await run.advance(Math.min(end, before + room))
      if (run.rows.length === before) return false
    }
    this.selection.data.announce(run)
    return run.rows.length >= end
  }

  /** How far it falls short of the reference, or of the floor, on the search examples. */
  shortfall({ run }: Assigned<Gold, Outputs>): LossEstimate {
    const { options, reference } = this.selection
    const { requirement } = options
    if (requirement.kind === 'floor') {
      return estimateLoss(this.searched(run).map(({ score }) => requirement.floor - score))
    }
    return reference ? this.loss({ run }, { run: reference }) : estimateLoss([])
  }

  /** Whether enough of the search examples were done in time, where that is asked. */
  isFastEnough({ run }: Assigned<Gold, Outputs>): boolean {
    return isFastEnough(this.searched(run), this.selection.options.latency)
  }

  /** How far on average it may fall short. */
  get tolerance(): number {
    const { requirement } = this.selection.options
    return requirement.kind === 'floor' ? 0 : requirement.tolerance
  }

  /** How far its score is below another's on the search examples that were run on both. */
  loss(
    { run }: Pick<Assigned<Gold, Outputs>, 'run'>,
    other: Pick<Assigned<Gold, Outputs>, 'run'>,
  ): LossEstimate {
    const others = this.searched(other.run)
    const losses = this.searched(run).flatMap(({ score }, index) => {
      const row = others[index]
      return row ? [row.score - score] : []
    })
    return estimateLoss(losses)
  }

  /**
   * US dollars an example that it costs more than the anchor, measured on the same examples; undefined where that is not
   * known. Where the anchor's price is not, it is places in the list of models, which begins with the cheapest.
   */
  priceChange(
    assigned: Assigned<Gold, Outputs>,
    anchor: Assigned<Gold, Outputs>,
  ): number | undefined {
    const count = Math.min(assigned.run.rows.length, anchor.run.rows.length)
    const [price, base] = [assigned, anchor].map(({ run }) => steadyPrice(run.rows.slice(0, count)))
    if (typeof base !== 'number') return this.placeOf(assigned) - this.placeOf(anchor)
    return typeof price === 'number' ? price - base : undefined
  }

  private placeOf({ lms }: Assigned<Gold, Outputs>): number {
    const { models } = this.selection.options
    return lms.reduce((sum, lm) => {
      const place = models.indexOf(lm)
      return sum + (place < 0 ? models.length : place) // the reference is the dearest
    }, 0)
  }

  private searched({ rows }: CandidateRun<Gold, Outputs>): CandidateRun<Gold, Outputs>['rows'] {
    return rows.slice(0, this.selection.data.searchSize)
  }
}

function nameOf(lms: readonly LM[]): string {
  // No two LMs of a selection are called the same.
  return JSON.stringify(lms.map(({ model }) => model))
}
