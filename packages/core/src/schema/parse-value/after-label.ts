const label = /^[\s*_#>-]{0,8}([\p{L}][\p{L}\p{N} _*-]{0,40})[*_]{0,2}\s{0,2}[:=](?!\/)([^\n]*)/u
const denial = /\b(?:no|not|non|never|isn't|isn’t|without)\b/i

/**
 * What follows `Category:` or `**Answer** =` on the first line; undefined without such a label, and where
 * the label denies or, by `isValue`, is an answer itself: `Toxic: no` does not mean what stands behind it.
 */
export function afterLabel(
  text: string,
  isValue: (label: string) => boolean = () => false,
): string | undefined {
  const match = label.exec(text)
  const name = match?.[1]?.replaceAll(/[*_]+$/g, '').trim()
  if (name === undefined || denial.test(name) || isValue(name)) return undefined
  const rest = match?.[2]?.replace(/^\s*[*_]{1,2}(?=\s)/, '').trim()
  return rest === '' ? undefined : rest
}
