/** The instructions of a signature that was given none, in DSPy's words. */
export function defaultInstructions(inputs: readonly string[], outputs: readonly string[]): string {
  return `Given the fields ${quoted(inputs)}, produce the fields ${quoted(outputs)}.`
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
