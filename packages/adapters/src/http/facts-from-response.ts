import { factsFromBody } from '../failure/facts-from-body.ts'
import type { FailureFacts } from '../failure/failure-facts.ts'
import { rateLimitsFrom } from '../failure/rate-limits-from.ts'
import { requestIdFrom } from '../failure/request-id-from.ts'
import { retryAfterMs } from '../failure/retry-after.ts'
import { parseJSON } from '../internal/parse-json.ts'

const longestBody = 64 * 1024

/** What a response that is not a success says; its body may be JSON, a page of HTML, or cut off. */
export async function factsFromResponse(response: Response): Promise<FailureFacts> {
  const { status, headers } = response
  const text = await beginningOf(response)
  const body = factsFromBody(parseJSON(text) ?? text)
  return {
    ...body,
    status,
    retryAfterMs: retryAfterMs(headers) ?? body.retryAfterMs,
    requestId: requestIdFrom(headers),
    rateLimits: rateLimitsFrom(headers),
  }
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      text += decoder.decode(step.value, { stream: true })
      if (text.length > longestBody) break
    }
  } catch {
    // The status tells more than the way its explanation was cut off.
  }
  reader.cancel().catch(() => {})
  return text
}
