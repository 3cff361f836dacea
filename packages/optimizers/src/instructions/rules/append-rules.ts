const introduction = 'Keep to these rules:'

/** Instructions with rules behind them; without rules they stay as they are (InferRules). */
export function appendRules(instructions: string, rules: string): string {
  return rules.trim() === '' ? instructions : `${instructions}\n\n${introduction}\n${rules.trim()}`
}
