import { anthropic } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

testDialect({
  make: (url) => anthropic('claude-sonnet-4-5', { baseURL: url, apiKey: 'sk-ant-test', env: {} }),
  path: () => /^\/v1\/messages$/,
})
