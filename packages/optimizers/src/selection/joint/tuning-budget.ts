import { type CompileBudget, resolveBudget } from '../../budget/compile-budget.ts'
import type { CompileRun } from '../../run/compile-run.ts'

// The rest is for finding out which prompt is good enough, which is what was asked for.
const share = 1 / 3

/** The part of a selection's budget that prompts are made with: in turn, each with an even part of what those before it left. */
export class TuningBudget<Gold extends object, Outputs extends object> {
  private readonly run: CompileRun<Gold, Outputs>
  private readonly limits: Required<CompileBudget>
  /** What may be used in all by the end; undefined where nothing may be used any more. */
  private end: CompileBudget | undefined

  constructor(run: CompileRun<Gold, Outputs>, budget: CompileBudget | undefined) {
    this.run = run
    this.limits = resolveBudget(budget)
  }

  /** Sets its part aside; to be called once, before `next`. */
  async begin(): Promise<void> {
    const part = (limit: number, used: number): number => used + (limit - used) * share
    this.end = await this.recorded(['tuning'], () => this.amounts(part))
  }

  /** What the next one may use, of so many that are still to come; undefined when that is nothing. */
  async next(name: string, toCome: number): Promise<CompileBudget | undefined> {
    const end = this.end && resolveBudget(this.end)
    if (!end) return undefined
    const part = (_: number, used: number, kind: keyof CompileBudget): number =>
      (end[kind] - used) / toCome
    const amounts = await this.recorded(['tuning', name], () => {
      const { calls, ...others } = this.amounts(part)
      return calls === undefined ? others : { calls: Math.floor(calls), ...others }
    })
    const isEnough = amounts && Object.values(amounts).every((amount) => amount > 0)
    return isEnough ? amounts : undefined
  }

  /** For every limit that there is. */
  private amounts(
    amount: (limit: number, used: number, kind: keyof CompileBudget) => number,
  ): CompileBudget {
    const { calls, usd, seconds } = this.limits
    const { spent, pace } = this.run
    const of = (kind: keyof CompileBudget, limit: number, used: number): CompileBudget =>
      limit === Number.POSITIVE_INFINITY ? {} : { [kind]: amount(limit, used, kind) }
    return {
      ...of('calls', calls, spent.calls),
      ...of('usd', usd, spent.costUSD ?? usd),
      ...of('seconds', seconds, pace.elapsed),
    }
  }

  /** It is on disk before it is used: one that is resumed must have the same budget as before. */
  private async recorded(
    about: readonly string[],
    work: () => CompileBudget,
  ): Promise<CompileBudget | undefined> {
    const asked = await this.run.ask<CompileBudget>(about, async () => work())
    return asked && 'answer' in asked ? asked.answer : undefined
  }
}
