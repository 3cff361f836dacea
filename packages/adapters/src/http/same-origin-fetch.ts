const mostRedirects = 5
const keepsMethod: ReadonlySet<number> = new Set([307, 308])

/**
 * A `fetch` that follows only redirects that send the same request to the same origin again. Any
 * other one comes back as it is, with a body that names where it leads, so that no key goes there:
 * Node would strip `Authorization`, but not a vendor's own header.
 */
export function sameOriginFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    let response = await fetch(input, { ...init, redirect: 'manual' })
    if (input instanceof Request) return response
    let url = String(input)
    for (let count = 1; isRedirect(response); count += 1) {
      const target = targetOf(response, url)
      const isSame = target?.origin === new URL(url).origin
      const isAgain = keepsMethod.has(response.status) && typeof (init?.body ?? '') === 'string'
      if (!target || !isSame || !isAgain || count > mostRedirects) return refusal(response, target)
      // The connection is free for the next request only once this reply is done with.
      await response.body?.cancel()
      url = target.href
      response = await fetch(url, { ...init, redirect: 'manual' })
    }
    return response
  }
}

function isRedirect({ status, headers }: Response): boolean {
  return status >= 300 && status < 400 && headers.has('location')
}

function targetOf({ headers }: Response, from: string): URL | undefined {
  const location = headers.get('location') ?? ''
  return URL.canParse(location, from) ? new URL(location, from) : undefined
}

function refusal(response: Response, target: URL | undefined): Response {
  response.body?.cancel().catch(() => {})
  // The query may hold what is nobody's business.
  const where = target ? `${target.origin}${target.pathname}` : 'an address that is none'
  const message = `the request was redirected to ${where}, which is not followed; set the base URL to the server that answers`
  return new Response(JSON.stringify({ error: { message } }), {
    status: response.status,
    headers: { 'content-type': 'application/json' },
  })
}
