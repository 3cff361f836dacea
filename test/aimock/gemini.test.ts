import { gemini } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

testDialect({
  make: (url) =>
    gemini('gemini-2.5-flash', { baseURL: `${url}/v1beta`, apiKey: 'test-key', env: {} }),
  path: () => /^\/v1beta\/models\/gemini-2.5-flash:streamGenerateContent\?alt=sse$/,
})
