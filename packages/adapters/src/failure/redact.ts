const shortestSecret = 6

/** Replaces every secret in a text; very short ones are left, as they would hit ordinary words. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text)
}
