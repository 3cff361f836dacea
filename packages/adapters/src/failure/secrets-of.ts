/** What a call is authorized by, wherever it stands. */
export interface Authorization {
  apiKey: string | undefined
  headers: Readonly<Record<string, string>>
  baseURL: string
}

const schemes: ReadonlySet<string> = new Set(['bearer', 'basic', 'digest'])

/** Everything that no error may show: the key, the headers' values, and what the address hides. */
export function secretsOf({ apiKey = '', headers, baseURL }: Authorization): readonly string[] {
  // `Bearer abc` may be quoted without its first word.
  const values = Object.values(headers).flatMap((value) => [
    value,
    ...value.split(/\s+/).filter((word) => !schemes.has(word.toLowerCase())),
    ...login(value),
  ])
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined
  const inURL = url ? [url.password, url.username, ...url.searchParams.values()] : []
  const secrets = [apiKey, ...values, ...inURL.flatMap((text) => [text, decoded(text)])]
  // The longest first: a part of one must not break up another.
  return [...new Set(secrets)].sort((a, b) => b.length - a.length)
}

/** Name and password of a `Basic` authorization. */
function login(value: string): string[] {
  const encoded = /^Basic\s+(\S+)$/i.exec(value)?.[1]
  return encoded === undefined ? [] : Buffer.from(encoded, 'base64').toString().split(':')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
