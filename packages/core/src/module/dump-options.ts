/** In which form a program's state is written: ours, or that of DSPy 3. */
export interface DumpOptions {
  format?: 'ockham' | 'dspy'
}
