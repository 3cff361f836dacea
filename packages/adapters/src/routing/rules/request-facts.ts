import type { LMRequest } from '@ockham/core'
import { type Need, needsOf } from '../policy/needs-of.ts'
import { type Complexity, complexityOf } from './complexity-of.ts'
import { requestTokens } from './request-tokens.ts'

/** What a reply is taken to be long, where nothing says more. */
const usualOutputTokens = 500

/** What routing wants to know of one request; each fact is worked out when it is first asked for. */
export class RequestFacts {
  readonly request: LMRequest
  #inputTokens: number | undefined
  #complexity: Complexity | undefined
  #needs: readonly Need[] | undefined

  constructor(request: LMRequest) {
    this.request = request
  }

  get inputTokens(): number {
    this.#inputTokens ??= requestTokens(this.request)
    return this.#inputTokens
  }

  /** Tokens that the reply will hardly pass. */
  get outputTokens(): number {
    const { maxTokens = usualOutputTokens, n = 1 } = this.request.config ?? {}
    return Math.min(maxTokens, usualOutputTokens) * n
  }

  /** What the call takes of a provider's token rate. */
  get totalTokens(): number {
    const { maxTokens = 0, n = 1 } = this.request.config ?? {}
    return this.inputTokens + maxTokens * n
  }

  get complexity(): Complexity {
    this.#complexity ??= complexityOf(this.request)
    return this.#complexity
  }

  get needs(): readonly Need[] {
    this.#needs ??= needsOf(this.request)
    return this.#needs
  }
}
