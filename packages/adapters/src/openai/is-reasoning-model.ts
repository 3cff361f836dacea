/** Whether OpenAI runs the model with hidden reasoning, which takes fewer settings. */
export function isReasoningModel(model: string): boolean {
  const name = model.split('/').at(-1) ?? model
  return /^(ft:)?(o\d|gpt-[5-9])/.test(name) && !name.includes('-chat')
}
