const keyLike =
  /\b(?:(?:sk|pk|rk|gsk|csk|xai|nvapi|hf|r8|fw|pplx|key)[-_][\w-]{10,}|AIza[\w-]{20,}|AKIA\w{12,})|(?<=Bearer )\S+/g

/** Masks what looks like a key: the model keeps its own to itself, so it cannot be searched for. */
export function maskKeys(text: string): string {
  return text.replaceAll(keyLike, '[redacted]')
}
