const shortestSecret = 6
const shortestPiece = 4
const mask = '[redacted]'
// As servers quote a key whose middle they hide: `sk-ab***yz`, `sk-ab…yz`.
const masked = /[\w-]*(?:\*{3,}|•{3,})[\w-]*|\b(?:sk|pk|gsk|xai)-[\w-]*(?:\.{3}|…)[\w-]*/g

/**
 * Replaces every secret in a text, also where its middle is masked, where it is written as part of a
 * URL, and where the text was cut off inside it; very short ones are left, as they would hit words.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  const clean = forms.reduce((rest, form) => rest.replaceAll(form, mask), text)
  return forms.reduce(withoutPiece, clean).replaceAll(masked, mask)
}

// What follows a text that was shortened, by itself or in a printed error.
const ends: ReadonlySet<string | undefined> = new Set([undefined, '…', '\n', '\\', "'", '"', '`'])

/** A text without the first part of a secret that it breaks off in. */
function withoutPiece(text: string, secret: string): string {
  const head = secret.slice(0, shortestPiece)
  let clean = ''
  let done = 0
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    let end = at + head.length
    while (end - at < secret.length && text[end] === secret[end - at]) end += 1
    if (at < done || !ends.has(text[end])) continue
    clean += text.slice(done, at) + mask
    done = end
  }
  return clean + text.slice(done)
}
