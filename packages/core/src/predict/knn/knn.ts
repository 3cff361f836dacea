import { exampleInputs } from '../../example/example.ts'
import { Callable } from '../../internal/callable.ts'
import { pythonText } from '../../internal/python-text.ts'
import type { Embedder, EmbedOptions } from '../../retrieval/embedder/embedder.ts'
import { checkK } from '../../retrieval/embeddings/embeddings-options.ts'
import { PassageIndex } from '../../retrieval/embeddings/passage-index.ts'
import { mergeCallOptions } from '../../settings/merge-call-options.ts'
import { currentScope } from '../../settings/scope.ts'

/** A row that knows which of its fields are inputs, as `example` makes it. */
interface Row {
  readonly $inputs: readonly string[]
  inputs(): object
}

/**
 * Finds the examples whose inputs are most like given ones; called like a function with these. The
 * trainset is embedded once, at the first call. (dspy.KNN)
 */
export class KNN<Example extends Row> extends Callable {
  readonly k: number
  readonly trainset: readonly Example[]
  readonly #index: PassageIndex<Example>

  /** Throws `OptionError` for a `k` that is no whole number from 1. */
  constructor(k: number, trainset: readonly Example[], embedder: Embedder) {
    super()
    checkK(k)
    this.k = k
    this.trainset = trainset
    this.#index = new PassageIndex({
      embedder,
      corpus: trainset,
      textOf: (row) => textOf(exampleInputs(row)),
      // As in DSPy: plain dot products.
      normalize: false,
    })
  }

  protected override async run(inputs: object, options?: EmbedOptions): Promise<Example[]> {
    const { signal } = mergeCallOptions(currentScope().call, options)
    const [row] = this.trainset
    const known = row ? exampleInputs(row) : {}
    // In the order of the examples' fields, so that the same inputs are the same text.
    const text = textOf({ ...pick(known, inputs), ...inputs })
    const { passages, found } = await this.#index.nearest([text], this.k, signal)
    // Every index is one of the list's.
    return (found[0] ?? []).map(({ index }) => passages[index] as Example)
  }
}

/** The call itself: as many of the examples as `k` says, the most alike first. */
export interface KNN<Example extends Row> {
  (inputs: ReturnType<Example['inputs']>, options?: EmbedOptions): Promise<Example[]>
}

function pick(order: object, values: object): object {
  return Object.fromEntries(
    Object.keys(order)
      .filter((name) => Object.hasOwn(values, name))
      .map((name) => [name, Reflect.get(values, name)]),
  )
}

function textOf(inputs: object): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name}: ${pythonText(value)}`)
    .join(' | ')
}
