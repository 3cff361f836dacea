/** Instructions with advice behind a blank line; advice that stands there already is not added again (SIMBA). */
export function appendAdvice(instructions: string, advice: string): string {
  const added = advice.trim()
  if (added === '' || instructions.split('\n\n').includes(added)) return instructions
  return `${instructions}\n\n${added}`
}
