// A fence begins a line, or ends one that announces it.
const opening = /(?:^[ \t]*`{3,}|`{3,}(?=[\w+#.-]*[ \t]*$))/m
const languageTag = /^[\w+#.-]*[ \t]*\r?\n/

/**
 * What stands between the first and the last fence of a reply, without the tag of the language; the whole
 * reply, trimmed, where there is no fence, and all behind a fence that is not closed (GEPA's rule).
 */
export function fencedText(reply: string): string {
  const open = opening.exec(reply)
  if (!open) return reply.trim()
  const start = open.index + open[0].length
  const last = reply.lastIndexOf('```')
  const body = last >= start ? reply.slice(start, last).replace(/`+$/, '') : reply.slice(start)
  return body.replace(languageTag, '').trim()
}
