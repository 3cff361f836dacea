import type { AISDKModel } from '../ai-sdk-model.ts'

/** A model whose replies a test writes by hand. */
export interface WrittenModel extends AISDKModel {
  /** The call options of every call. */
  readonly calls: readonly object[]
  doGenerate: AISDKModel['doGenerate']
  doStream: AISDKModel['doStream']
}

const whole = { content: [{ type: 'text', text: 'ok' }], finishReason: 'stop', usage: {} }

/** A model that streams these parts, and gives `result` in one piece. */
export function modelOf(
  parts: readonly object[],
  options: Partial<Pick<AISDKModel, 'specificationVersion' | 'provider' | 'modelId'>> & {
    result?: object
  } = {},
): WrittenModel {
  const calls: object[] = []
  const { result = whole, ...facts } = options
  return {
    specificationVersion: 'v3',
    provider: 'lab',
    modelId: 'tiny',
    ...facts,
    calls,
    doGenerate(call: object) {
      calls.push(call)
      return Promise.resolve(result)
    },
    doStream(call: object) {
      calls.push(call)
      return Promise.resolve({ stream: ReadableStream.from(parts) })
    },
  }
}
