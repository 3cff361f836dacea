import { openai } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

testDialect({
  make: (url) =>
    openai('gpt-5', { baseURL: `${url}/v1`, apiKey: 'sk-test', api: 'responses', env: {} }),
  path: () => /^\/v1\/responses$/,
})
