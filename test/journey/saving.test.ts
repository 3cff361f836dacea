import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ChainOfThought, loadProgram, Predict, StateError, saveProgram } from '@ockham/core'
import { expect, test } from 'vitest'

test('what was tuned comes back in another process’s program', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'ockham-')), 'qa.json')
  const tuned = new ChainOfThought('question -> answer')
  tuned.predict.demos = [{ question: 'q', reasoning: 'r', answer: 'a' }]
  await saveProgram(tuned, path)
  const fresh = await loadProgram(new ChainOfThought('question -> answer'), path)
  expect(fresh.predict.demos).toEqual(tuned.predict.demos)
  await expect(loadProgram(new Predict('question -> answer'), path)).rejects.toThrow(StateError)
})
