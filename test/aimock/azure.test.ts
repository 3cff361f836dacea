import { azure } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

// aimock knows Azure's dated address; in the v1 form it is the server of OpenAI under another path.
testDialect({
  make: (url) =>
    azure('my-gpt', { baseURL: url, apiKey: 'test-key', apiVersion: '2024-10-21', env: {} }),
  path: () => /^\/openai\/deployments\/my-gpt\/chat\/completions\?api-version=2024-10-21$/,
})
