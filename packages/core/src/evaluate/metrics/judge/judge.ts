import { exampleInputs } from '../../../example/example.ts'
import { toJSONValue } from '../../export/to-json-value.ts'
import type { Metric } from '../../metric.ts'
import type { WithFields } from '../answer-fields.ts'
import { askJudge } from '../own-lm.ts'
import type { JudgeOptions } from './judge-options.ts'
import { RubricJudge } from './rubric-judge.ts'

/** By what an LM judges, how, and what it is shown of each row. */
export interface JudgeMetricOptions<Verdict extends string, Name extends string>
  extends JudgeOptions<Verdict> {
  /** The predicted fields that the judge sees; all by default. */
  readonly fields?: readonly Name[]
  /** Whether the judge sees what the example holds beside its inputs; true by default. */
  readonly showLabels?: boolean
}

/**
 * A metric by an LM that judges with a rubric: its verdict as a score in [0, 1], and its words as feedback.
 * It asks `lm`, whose cost `evaluate` tells as `metricUsage`. Throws `OptionError`.
 */
export function judge<const Verdict extends string, const Name extends string = never>(
  options: JudgeMetricOptions<Verdict, Name>,
): Metric<object, WithFields<NoInfer<Name>>> {
  const { fields, showLabels = true } = options
  const module = new RubricJudge(options)
  return async (gold, prediction) => {
    const task = exampleInputs(gold)
    const labels = Object.entries(gold).filter(([name]) => !Object.hasOwn(task, name))
    const outputs = Object.entries(prediction).filter(
      ([name]) => fields === undefined || fields.some((field) => field === name),
    )
    const { score, feedback } = await askJudge(module, () =>
      module({
        task: shown(Object.entries(task)),
        reference: shown(showLabels ? labels : []),
        response: shown(outputs),
      }),
    )
    return { score, feedback }
  }
}

function shown(entries: readonly [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([name, value]) => [name, toJSONValue(value)]))
}
