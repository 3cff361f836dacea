/**
 * A `fetch` that adds what stood behind the question mark of a base URL to every address of its
 * origin: paths are put at the end of a base URL, where a query would swallow them.
 */
export function queryFetch(
  fetch: typeof globalThis.fetch,
  baseURL: string,
  query: string,
): typeof globalThis.fetch {
  if (query === '') return fetch
  const { origin } = new URL(baseURL)
  return (input, init) => {
    if (input instanceof Request) return fetch(input, init)
    const url = new URL(input)
    for (const [name, value] of url.origin === origin ? new URLSearchParams(query) : []) {
      if (!url.searchParams.has(name)) url.searchParams.append(name, value)
    }
    return fetch(url.href, init)
  }
}
