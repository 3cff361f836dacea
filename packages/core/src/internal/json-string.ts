const escaped = /["\\\p{Cc}\p{Cs}]/u

/** A text as JSON; faster than `JSON.stringify` where nothing in it needs an escape. */
export function jsonString(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}
