import { bedrock } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

// aimock knows Bedrock's `invoke` and `converse`, which we do not speak, and no `/anthropic`; OpenAI's
// wire, over which the other models are reached, has the path it knows.
testDialect({
  make: (url) => bedrock('openai.gpt-oss-20b-1:0', { baseURL: url, apiKey: 'test-key', env: {} }),
  path: () => /^\/openai\/v1\/chat\/completions$/,
})
