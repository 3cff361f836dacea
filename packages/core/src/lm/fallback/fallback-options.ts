/** What `fallback` does where LMs may differ in more than health. */
export interface FallbackOptions {
  /** `throw`: a `ContentFilterError` is the answer. `next`: the next LM is asked. Default `throw`. */
  onContentFilter?: 'throw' | 'next'
}

const defaults: Required<FallbackOptions> = { onContentFilter: 'throw' }

/** Fills in the defaults. */
export function resolveFallbackOptions(options: FallbackOptions): Required<FallbackOptions> {
  const { onContentFilter = defaults.onContentFilter } = options
  return { onContentFilter }
}
