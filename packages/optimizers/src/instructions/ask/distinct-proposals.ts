import { toProposal } from './proposal.ts'

/** The new instructions in some replies, each once: none that is empty or among those known. */
export function distinctProposals(replies: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known.map((instructions) => instructions.trim()))
  const found: string[] = []
  for (const reply of replies) {
    const { instructions } = toProposal(reply, '')
    if (instructions === '' || seen.has(instructions)) continue
    seen.add(instructions)
    found.push(instructions)
  }
  return found
}
