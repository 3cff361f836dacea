const announcing =
  "here|is|are|here's|the|an?|my|our|your|new|proposed|improved|revised|updated|rewritten|better|final|suggested|module|task|system"
// Only words that announce: an instruction may itself begin with words and a colon.
const label = new RegExp(
  `^[\\s*#_]*(?:(?:${announcing})\\s+)*(?:instructions?|prompt)[\\s*_]*:[\\s*_]*`,
  'i',
)
const quotedWhole = /^"([^"]*)"$/

/** Instructions without what LMs like to put around them: "Proposed Instruction:", and quotation marks. */
export function withoutLabel(text: string): string {
  return text.replace(label, '').trim().replace(quotedWhole, '$1').trim()
}
