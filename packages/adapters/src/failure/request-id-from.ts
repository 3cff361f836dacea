const names = [
  'x-request-id',
  'request-id',
  'apim-request-id',
  'x-amzn-requestid',
  'mistral-correlation-id',
  'x-debug-trace-id',
]

/** The id a vendor gave the request, to quote to its support. */
export function requestIdFrom(headers: Headers): string | undefined {
  return names.map((name) => headers.get(name)).find((id) => id !== null) ?? undefined
}
