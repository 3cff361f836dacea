/** A field that a prompt asks for. */
export interface OutputField {
  readonly name: string
  /** As the prompt names it, such as `str` or `dict[str, str]`. */
  readonly type: string
}

/** The fields that the system message of DSPy's chat and JSON prompts asks for, in order. */
export function readOutputFields(system: string): OutputField[] {
  const [, listed = ''] = system.split('Your output fields are:')
  const [list = ''] = listed.split('All interactions will be structured')
  return [...list.matchAll(/^\d+\. `(\w+)` \(([^\n]*?)\):/gm)].map(([, name = '', type = '']) => ({
    name,
    type,
  }))
}
