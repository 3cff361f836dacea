/** Text as it may stand between tags; `>` stays as it is, as in DSPy's prompts. */
export function escapeText(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
