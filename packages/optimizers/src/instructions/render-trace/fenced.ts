/** A text in a Markdown fence that nothing in the text can close. */
export function fenced(text: string): string {
  const runs = text.match(/`{3,}/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}\n${text}\n${fence}`
}
