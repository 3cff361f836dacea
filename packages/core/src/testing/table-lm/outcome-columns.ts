import { OptionError } from '../../errors/option-error.ts'

/** US dollars in each unit of costs. */
const dollars = { dollar: 1, cent: 1e-2, microdollar: 1e-6 } as const
/** Milliseconds in each unit of latencies. */
const milliseconds = { millisecond: 1, second: 1e3 } as const

/**
 * What the columns of a table hold. A column of each model is named with `{model}` in the place of the
 * model's name, such as `{model}:answer`. A table with a line for each example and model has a column
 * `model` instead, and the others are named as they are.
 */
export interface OutcomeColumns<
  Model extends string = string,
  Key extends string = string,
  Input extends string = string,
  Output extends string = string,
> {
  /** What names the example; `example` by default. */
  readonly example?: Key
  /** What each model answered. This or `score` is needed. */
  readonly answer?: string
  /** How good it was: a number in [0, 1], or true or false. */
  readonly score?: string
  readonly cost?: string
  /** `dollar` by default. */
  readonly costUnit?: keyof typeof dollars
  readonly latency?: string
  /** `millisecond` by default. */
  readonly latencyUnit?: keyof typeof milliseconds
  /** What names the model, where each line is of one model. */
  readonly model?: string
  /** Models to read; all that the table names by default. */
  readonly models?: readonly Model[]
  /** What becomes the input fields of the examples; the column that names the example by default. */
  readonly inputs?: readonly Input[]
  /** The right answer: its column, or one text for all examples. */
  readonly label?: string | { readonly value: string }
  /** The output field that programs answer in, and the label of the examples; `answer` by default. */
  readonly output?: Output
}

/** The columns of a model. */
export interface ModelColumns {
  readonly answer: string | undefined
  readonly score: string | undefined
  readonly cost: string | undefined
  readonly latency: string | undefined
}

/** The columns with every default filled in. */
export interface ResolvedColumns {
  readonly example: string
  /** With `{model}` in them, unless `model` is there. */
  readonly ofModels: ModelColumns
  readonly dollarsPerUnit: number
  readonly millisecondsPerUnit: number
  readonly model: string | undefined
  readonly models: readonly string[] | undefined
  readonly inputs: readonly string[]
  readonly label: string | { readonly value: string } | undefined
  readonly output: string
}

const defaults = {
  example: 'example',
  costUnit: 'dollar',
  latencyUnit: 'millisecond',
  output: 'answer',
} as const

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveOutcomeColumns(columns: OutcomeColumns): ResolvedColumns {
  const { example, costUnit, latencyUnit, output, ...given } = { ...defaults, ...columns }
  const { answer, score, cost, latency, model, models, inputs = [example], label } = given
  if (answer === undefined && score === undefined) {
    throw new OptionError(
      'answer',
      'and `score` are both missing: say which columns hold what models answered, such as "{model}:answer", or how good it was.',
    )
  }
  if (model === undefined) checkTemplates({ answer, score, cost, latency })
  return {
    example,
    ofModels: { answer, score, cost, latency },
    dollarsPerUnit: factor('costUnit', dollars, costUnit),
    millisecondsPerUnit: factor('latencyUnit', milliseconds, latencyUnit),
    model,
    models,
    inputs,
    label,
    output,
  }
}

function checkTemplates(templates: ModelColumns): void {
  for (const [option, template] of Object.entries(templates)) {
    if (template === undefined || template.split('{model}').length === 2) continue
    throw new OptionError(
      option,
      `is "${template}": write {model} once, where the columns have the model's name, or pass \`model\`, the column that names it.`,
    )
  }
}

function factor(option: string, units: Readonly<Record<string, number>>, unit: string): number {
  const found = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (found !== undefined) return found
  throw new OptionError(option, `is "${unit}"; pass one of ${Object.keys(units).join(', ')}.`)
}
