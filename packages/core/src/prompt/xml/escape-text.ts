/** Text as it may stand between tags; `>` stays as it is, as in DSPy's prompts. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
