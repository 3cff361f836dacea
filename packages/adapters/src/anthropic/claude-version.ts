/**
 * The version in a Claude model's name as major * 100 + minor: 405 for `claude-haiku-4-5`. Infinity
 * for a name without one, so that an unknown model counts as new.
 */
export function claudeVersion(model: string): number {
  const [, major, minor = '0'] =
    /claude-(?:[a-z]+-)?(\d+)(?:[-.](\d{1,2})(?!\d))?/.exec(model) ?? []
  return major === undefined ? Number.POSITIVE_INFINITY : Number(major) * 100 + Number(minor)
}
