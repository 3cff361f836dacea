import { expect, test } from 'vitest'
import { warnings } from '../cache/__fixtures__/warnings.ts'
import { lmFromEnv } from './lm-from-env.ts'

test('a name that is nearly right is warned of once, with the right one and without its value', async () => {
  using seen = warnings()
  const env = {
    LLM_MODEL: 'openai/gpt-4o',
    LLM_TEMPRATURE: 'sk-hunter2',
    LLM_TIMEOUT: '5',
    WRITER_LLM_MODEL_: 'x',
    LLM_API_KEY: 'sk-fine',
    LLM_BLANK_TOKENS: '',
    OTHER_LLM_MODELL: 'not asked for',
  }
  for (let count = 0; count < 2; count += 1) lmFromEnv(env, { module: 'writer' })
  await seen.settled()
  expect(seen.texts).toEqual([
    'LLM_TEMPRATURE is set, and nothing reads it. Did you mean LLM_TEMPERATURE?',
    'LLM_TIMEOUT is set, and nothing reads it. Did you mean LLM_TIMEOUT_MS?',
    'WRITER_LLM_MODEL_ is set, and nothing reads it. Did you mean WRITER_LLM_MODEL?',
  ])
})
