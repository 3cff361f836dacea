import { Wall } from '../wall/wall.ts'
import { question } from './ask.ts'
import { lmAt } from './lm-at.ts'

/** Lets every SDK be loaded, which takes longer than the limits of a test. */
export async function warmUp(): Promise<void> {
  await using wall = await Wall.open()
  for (const wire of ['openai', 'anthropic', 'ollama'] as const) {
    await lmAt(wall, 'ok', { timeouts: { firstTokenMs: 30_000 } }, wire).generate(question)
  }
}
