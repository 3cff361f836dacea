import { type Module, OptionError } from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { resolvePromptModel } from '../run/prompt-model.ts'
import { search } from '../validation/search.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { setSizes } from '../validation/set-sizes.ts'
import { MiniBatchAscent } from './mini-batch-ascent.ts'
import { ProgramPool } from './program-pool.ts'
import { type ResolvedSIMBA, resolveSIMBAOptions, type SIMBAOptions } from './simba-options.ts'
import { simbaPlan } from './simba-plan.ts'

const validationPart = 0.5

/**
 * Runs examples several times and learns from those that go well now and badly then: it shows a good run to the
 * program, or adds a rule that an LM finds by comparing a good run with a bad one (dspy.SIMBA).
 */
export class SIMBA<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, SearchReport, SearchProgress>
{
  private readonly options: ResolvedSIMBA<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: SIMBAOptions<Gold, Outputs>) {
    this.options = resolveSIMBAOptions(options)
  }

  /**
   * A copy of the program with the demonstrations and rules that do best on the validation examples (in DSPy, on the
   * trainset). Without a valset half of the trainset is held back for one. Throws `EmptyDatasetError`,
   * `LMNotConfiguredError`, `OptionError`, and `AbortError` and `TooManyErrorsError` with `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, SearchProgress>,
  ): Promise<Compiled<Program, SearchReport>> {
    const { metric: _, concurrency: __, ...own } = this.options
    const promptModel = resolvePromptModel(own.promptModel, program)
    const setup = {
      identity: ['SIMBA', { ...own, promptModel: promptModel.model }],
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart,
    }
    const pool = new ProgramPool(program)
    return search<Program, Gold, Outputs>(setup, async (context) => {
      checkBatch(own.bsize, context.trainset.length)
      await new MiniBatchAscent(
        { options: this.options, promptModel, pool, program },
        context,
      ).run()
    })
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(_program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan {
    const sizes = setSizes(data, { part: validationPart })
    checkBatch(this.options.bsize, sizes.trainset)
    return simbaPlan(this.options, sizes)
  }
}

function checkBatch(bsize: number, examples: number): void {
  if (bsize <= examples) return
  throw new OptionError(
    'bsize',
    `is ${bsize}, and there are ${examples} examples to learn from. Lower it, or give more; without a \`valset\` ` +
      'half of the trainset is held back for validation.',
  )
}
