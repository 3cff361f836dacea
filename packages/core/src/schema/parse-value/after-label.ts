const label = /^[\s*_#>-]{0,8}[\p{L}][\p{L}\p{N} _*-]{0,40}[*_]{0,2}\s{0,2}[:=](?!\/)([^\n]*)/u

/** What follows `Category:` or `**Answer** =` on the first line; undefined without such a label. */
export function afterLabel(text: string): string | undefined {
  const rest = label
    .exec(text)?.[1]
    ?.replace(/^\s*[*_]{1,2}(?=\s)/, '')
    .trim()
  return rest === '' ? undefined : rest
}
