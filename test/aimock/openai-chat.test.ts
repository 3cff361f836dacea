import { openai } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

testDialect({
  make: (url) => openai('gpt-4o-mini', { baseURL: `${url}/v1`, apiKey: 'sk-test', env: {} }),
  path: () => /^\/v1\/chat\/completions$/,
})
