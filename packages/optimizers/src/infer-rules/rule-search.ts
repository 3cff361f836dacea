import type { LM, Module } from '@ockham/core'
import { Bootstrap } from '../demos/bootstrap.ts'
import { prepareTeacher } from '../demos/prepare-teacher.ts'
import { appendRules } from '../instructions/rules/append-rules.ts'
import { induceRules } from '../instructions/rules/induce-rules.ts'
import { drawRolloutId } from '../random/draw-rollout-id.ts'
import { askEach } from '../run/ask-each.ts'
import { Entrance } from '../validation/entrance.ts'
import type { SearchContext } from '../validation/search.ts'
import type { ResolvedInferRules } from './infer-rules-options.ts'
import { ruleExamples } from './rule-examples.ts'

/** What the search begins with. */
export interface RuleSearchOptions<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly options: ResolvedInferRules<Gold, Outputs>
  readonly program: Program
  readonly teacher: Module<never, Outputs> | undefined
  readonly promptModel: LM
}

/** Rules for the predictor at a path. */
interface PredictorRules {
  readonly path: string
  readonly rules: string
}

/** Compares a program, the same with demonstrations, and that with several sets of rules. */
export class RuleSearch<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly setup: RuleSearchOptions<Program, Gold, Outputs>
  private readonly context: SearchContext<Program, Gold, Outputs>
  private readonly entrance: Entrance<Program, Gold, Outputs>

  constructor(
    setup: RuleSearchOptions<Program, Gold, Outputs>,
    context: SearchContext<Program, Gold, Outputs>,
  ) {
    this.setup = setup
    this.context = context
    this.entrance = new Entrance(context)
  }

  /** Goes through all candidates, or as far as the budget reaches. */
  async run(): Promise<void> {
    const { program, options } = this.setup
    const { run, announce } = this.context
    const steps = options.numCandidates + 2
    await this.entrance.enter([{ label: 'the program as given', program }], 1 / steps)
    const bootstrapped = await this.bootstrap()
    const entries = [{ label: 'demonstrations without rules', program: bootstrapped }]
    for (let number = 1; number <= options.numCandidates && !run.isOver; number += 1) {
      const label = `rules ${number}`
      const candidate = await this.withRules(bootstrapped, label)
      if (candidate) entries.push({ label, program: candidate })
      announce(label, number / steps)
    }
    await this.entrance.enter(entries)
  }

  private async bootstrap(): Promise<Program> {
    const { program, teacher, options } = this.setup
    const { run, trainset } = this.context
    const { maxLabeledDemos, seed } = options
    const taught = prepareTeacher({ student: program, teacher, trainset, maxLabeledDemos, seed })
    const bootstrap = new Bootstrap(run, { ...options, teacher: taught })
    await bootstrap.collect(trainset)
    return bootstrap.train(program, trainset)
  }

  /** A copy with new rules for each predictor; undefined when nobody could think of any. */
  private async withRules(program: Program, label: string): Promise<Program | undefined> {
    const { run, announce } = this.context
    const rolloutId = drawRolloutId(run.random)
    const asked = await run.ask([label], async (signal) => ({
      found: await this.induce(program, rolloutId, signal),
    }))
    if (asked === undefined) return undefined
    if ('error' in asked) {
      announce(`${label}: none, ${asked.error}`)
      return undefined
    }
    const rules = new Map(asked.answer.found.map((one) => [one.path, one.rules]))
    const copy = program.copy()
    // Copies share signatures, so each predictor gets a new one: in DSPy every candidate has the last one's rules.
    for (const [path, predictor] of copy.namedPredictors()) {
      const { signature } = predictor
      const instructions = appendRules(signature.instructions, rules.get(path) ?? '')
      predictor.signature = signature.withInstructions(instructions)
    }
    return copy
  }

  private induce(
    program: Program,
    rolloutId: number,
    signal: AbortSignal | undefined,
  ): Promise<PredictorRules[]> {
    const { promptModel, options } = this.setup
    const { run, trainset } = this.context
    const lm = run.candidates.metered(promptModel)
    const call = { lm, temperature: 1, rolloutId, ...(signal ? { signal } : {}) }
    const questions = program
      .namedPredictors()
      .map(([path, predictor]) => ({ path, examples: ruleExamples(predictor, trainset) }))
      .filter(({ examples }) => examples.length > 0)
    const ask = async (index: number): Promise<PredictorRules> => {
      const { path = '', examples = [] } = questions[index] ?? {}
      const { rules } = await induceRules({ examples, numRules: options.numRules }, call)
      return { path, rules }
    }
    return askEach({ count: questions.length, signal, ask })
  }
}
