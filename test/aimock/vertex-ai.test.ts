import { vertexAI } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

// aimock serves Google's models there, and none of Anthropic's.
testDialect({
  make: (url) =>
    vertexAI('gemini-2.5-flash', {
      baseURL: `${url}/v1/projects/p/locations/eu`,
      apiKey: 'ya29.test',
      env: {},
    }),
  path: () => /^\/v1\/projects\/p\/locations\/eu\/publishers\/google\/models\/gemini-2.5-flash:/,
})
