const shortestSecret = 6
// As servers quote a key whose middle they hide: `sk-ab***yz`, `sk-ab…yz`.
const masked = /[\w-]*(?:\*{3,}|•{3,})[\w-]*|\b(?:sk|pk|gsk|xai)-[\w-]*(?:\.{3}|…)[\w-]*/g

/**
 * Replaces every secret in a text, also where its middle is masked or it is written as part of a URL;
 * very short ones are left, as they would hit ordinary words.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text)
    .replaceAll(masked, '[redacted]')
}
