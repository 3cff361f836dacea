/** What this package needs of a language model of the AI SDK, of any of its last three versions. */
export interface AISDKModel {
  readonly specificationVersion: 'v2' | 'v3' | 'v4'
  /** Such as `openai.chat`. */
  readonly provider: string
  readonly modelId: string
  // Each version has its own type of options; `never` lets all of them be given here.
  doGenerate(options: never): PromiseLike<object>
  doStream(options: never): PromiseLike<{ stream: ReadableStream<unknown> }>
}

const versions: readonly unknown[] = ['v2', 'v3', 'v4']

/** Whether a value has the members of an `AISDKModel`. */
export function isAISDKModel(value: unknown): value is AISDKModel {
  if (typeof value !== 'object' || value === null) return false
  const member = (name: string): unknown => Reflect.get(value, name)
  return (
    versions.includes(member('specificationVersion')) &&
    typeof member('provider') === 'string' &&
    typeof member('modelId') === 'string' &&
    typeof member('doGenerate') === 'function' &&
    typeof member('doStream') === 'function'
  )
}
