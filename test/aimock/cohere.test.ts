import { cohere } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

testDialect({
  make: (url) => cohere('command-a-03-2025', { baseURL: url, apiKey: 'test-key', env: {} }),
  // aimock tells a thought as a first text.
  tellsThoughts: false,
  path: () => /^\/v2\/chat$/,
})
