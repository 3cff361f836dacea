import type { PredictionMeta } from '../../example/prediction.ts'
import { predictionMeta } from '../../example/prediction-meta.ts'
import { isRecord } from '../../internal/is-record.ts'
import { callName } from '../call-name.ts'
import { currentSetting } from '../current-setting.ts'
import { currentScope } from '../scope.ts'
import { modelAttributes } from './model-attributes.ts'
import { type SpanForm, spanKind } from './span-form.ts'
import type { SpanAttributes } from './tracer.ts'
import { usageAttributes } from './usage-attributes.ts'

/**
 * A module: `invoke_agent {name}`. The conventions keep `invoke_workflow` for who can tell a workflow from
 * an agent, which nobody can of a module.
 */
export const agentForm: SpanForm<object, unknown, unknown> = {
  start: (module) => {
    const name = callName('module', module)
    const attributes: SpanAttributes = {
      'gen_ai.operation.name': 'invoke_agent',
      // Required, and before the call a guess: the LM that the settings around the module name.
      'gen_ai.provider.name': modelAttributes(likelyModel(module) ?? '').provider,
      'gen_ai.agent.name': name,
    }
    return { name: `invoke_agent ${name}`, kind: spanKind.internal, attributes }
  },
  end: (outputs) => {
    const meta = isRecord(outputs) ? predictionMeta(outputs) : undefined
    return meta && meta.attempts > 0 ? metaAttributes(meta) : {}
  },
}

function likelyModel(module: object): string | undefined {
  const own: unknown = Reflect.get(module, 'lm')
  const lm = currentScope().call.lm ?? own ?? currentSetting('lm')
  return isRecord(lm) && typeof lm['model'] === 'string' ? lm['model'] : undefined
}

function metaAttributes({ model, usage, costUSD }: PredictionMeta): SpanAttributes {
  const { provider, model: name } = modelAttributes(model)
  return {
    'gen_ai.provider.name': provider,
    'gen_ai.response.model': name,
    ...usageAttributes(usage, costUSD),
  }
}
