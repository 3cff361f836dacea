import type { Module } from '@ockham/core'
import { type DemoSet, demoSet } from '../demos/demo-sets.ts'
import { labelledExamples } from '../demos/labelled-examples.ts'
import { prepareTeacher } from '../demos/prepare-teacher.ts'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import { proposeGrounded } from '../instructions/propose-grounded/propose-grounded.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { resolvePromptModel } from '../run/prompt-model.ts'
import { type SearchContext, search } from '../validation/search.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { setSizes } from '../validation/set-sizes.ts'
import { Combinations } from './combinations.ts'
import {
  autoSettings,
  type MIPROv2Options,
  type ResolvedMIPRO,
  resolveMIPROOptions,
} from './mipro-options.ts'
import {
  leavesDemosAlone,
  type MIPROSteps,
  miproPlan,
  miproSteps,
  shareOfSteps,
} from './mipro-plan.ts'
import { Trials } from './trials.ts'

/** Without demonstrations in the program, proposals are grounded in this many. */
const groundingDemos = 3
const validationPart = 0.8

/**
 * Proposes instructions grounded in the data, the program and good runs of it, bootstraps sets of demonstrations, and
 * searches for the best combination with a Parzen estimator (dspy.MIPROv2; Opsahl-Ong et al., "Optimizing Instructions
 * and Demonstrations for Multi-Stage Language Model Programs").
 */
export class MIPROv2<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, SearchReport, SearchProgress>
{
  private readonly options: ResolvedMIPRO<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: MIPROv2Options<Gold, Outputs>) {
    this.options = resolveMIPROOptions(options)
  }

  /**
   * A copy of the program with the combination that did best on the valset; four fifths of the trainset are held back
   * where there is none. Throws `EmptyDatasetError`, `OptionError`, and `AbortError` and `TooManyErrorsError` with `partial`.
   */
  compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, SearchProgress>,
  ): Promise<Compiled<Program, SearchReport>> {
    const { metric: _, concurrency: __, promptModel, ...own } = this.options
    const identity = ['MIPROv2', own, promptModel?.model, options.teacher?.dumpState()]
    const setup = {
      identity,
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart,
      mostValidation: autoSettings[own.auto].validation,
    }
    return search<Program, Gold, Outputs>(setup, async (context) => {
      const demoSets = await this.demoSets(program, options.teacher, context)
      const instructions = await this.instructions(program, demoSets, context)
      const usable = this.leavesDemosAlone ? [] : demoSets
      const combinations = new Combinations(
        program,
        { instructions, demoSets: usable },
        this.options.seed,
      )
      const steps = this.steps(program)
      await new Trials({ combinations, options: this.options, steps }, context).run()
    })
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan {
    const mostValidation = autoSettings[this.options.auto].validation
    const sizes = setSizes(data, { part: validationPart, mostValidation })
    return miproPlan(this.options, program.predictors().length, sizes)
  }

  private steps(program: Module<never, Outputs>): MIPROSteps {
    return miproSteps(this.options, program.predictors().length)
  }

  private get leavesDemosAlone(): boolean {
    return leavesDemosAlone(this.options)
  }

  private get numCandidates(): number {
    return this.options.numCandidates ?? autoSettings[this.options.auto].candidates
  }

  /** Sets of demonstrations, the program's own as the first. */
  private async demoSets<Program extends Module<never, Outputs>>(
    program: Program,
    teacher: Module<never, Outputs> | undefined,
    { run, trainset, announce }: SearchContext<Program, Gold, Outputs>,
  ): Promise<DemoSet[]> {
    const { maxBootstrappedDemos, maxLabeledDemos, seed, metricThreshold } = this.options
    const settings = {
      teacher: prepareTeacher({ student: program, teacher, trainset, maxLabeledDemos, seed }),
      maxBootstrappedDemos: Math.max(
        1,
        this.leavesDemosAlone ? groundingDemos : maxBootstrappedDemos,
      ),
      maxLabeledDemos,
      maxRounds: 1,
      seed,
      ...(metricThreshold === undefined ? {} : { metricThreshold }),
    }
    const sets: DemoSet[] = [
      new Map(program.namedPredictors().map(([path, { demos }]) => [path, demos])),
    ]
    const steps = this.steps(program)
    for (let number = -2; number < this.numCandidates - 3 && !run.isOver; number += 1) {
      if (number === -2 && maxLabeledDemos === 0) continue
      sets.push(await demoSet(number, { run, student: program, trainset, settings }))
      announce('demonstrations', shareOfSteps(steps, sets.length - 1))
    }
    return sets
  }

  /** Instructions for each predictor, its own as the first; only those where the budget does not allow more. */
  private async instructions<Program extends Module<never, Outputs>>(
    program: Program,
    demoSets: readonly DemoSet[],
    { run, trainset, announce }: SearchContext<Program, Gold, Outputs>,
  ): Promise<Map<string, string[]>> {
    const { promptModel, initTemperature, seed, viewDataBatchSize, showSource } = this.options
    const { programAware, dataAware, tipAware, fewshotAware } = this.options
    const { instructions: numCandidates } = this.steps(program)
    const paths = program.namedPredictors().map(([path]) => path)
    const demoCandidates = new Map(
      paths.map((path) => [
        path,
        demoSets.map((set) => set.get(path) ?? []).filter((demos) => demos.length > 0),
      ]),
    )
    const lm = run.candidates.metered(resolvePromptModel(promptModel, program))
    announce('instructions')
    const asked = await run.ask(['propose'], async (signal) => {
      const call = {
        temperature: initTemperature,
        lm,
        ...(signal ? { signal } : {}),
      }
      const how = {
        viewDataBatchSize,
        showSource,
        programAware,
        dataAware,
        tipAware,
        fewshotAware,
        seed,
      }
      const labelled = new Map(
        program
          .namedPredictors()
          .map(([path, predictor]) => [path, labelledExamples(predictor, trainset)]),
      )
      return [
        ...(await proposeGrounded(
          {
            program,
            trainset,
            numCandidates,
            demoCandidates,
            ...(dataAware ? { labelledExamples: labelled } : {}),
            ...how,
          },
          call,
        )),
      ]
    })
    if (asked && 'answer' in asked) {
      return new Map(asked.answer.map(([path, texts]) => [path, [...new Set(texts)]]))
    }
    return new Map(
      program.namedPredictors().map(([path, { signature }]) => [path, [signature.instructions]]),
    )
  }
}
