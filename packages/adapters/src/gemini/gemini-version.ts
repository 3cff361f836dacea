/**
 * The version in a Gemini model's name as major * 100 + minor: 205 for `gemini-2.5-flash`. Infinity
 * for a name without one, such as `gemini-flash-latest`, so that an unknown model counts as new.
 */
export function geminiVersion(model: string): number {
  const [, major, minor = '0'] = /gemini-(\d+)(?:\.(\d+))?/.exec(model) ?? []
  return major === undefined ? Number.POSITIVE_INFINITY : Number(major) * 100 + Number(minor)
}
