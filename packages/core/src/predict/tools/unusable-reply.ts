import type { AdapterParseError } from '../../errors/adapter-parse-error.ts'

const shownCharacters = 300

/** What an LM is told of a reply of its own that could not be read. */
export function unusableReply({ field, text }: AdapterParseError): string {
  const written = text.trim()
  const shown = written.length > shownCharacters ? `${written.slice(0, shownCharacters)}…` : written
  const said = shown === '' ? 'It was empty.' : `It began: ${JSON.stringify(shown)}.`
  return `Your reply could not be used: \`${field}\` is missing or cannot be read. ${said} Reply in the form that was asked for.`
}
