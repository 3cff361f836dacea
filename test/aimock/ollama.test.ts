import { ollama } from '@ockham/adapters'
import { testDialect } from './dialect-tests.ts'

testDialect({
  make: (url) => ollama('llama3.2', { baseURL: url, env: {} }),
  path: () => /^\/api\/chat$/,
  // aimock counts 0 tokens and ends with `stop` whatever it is told, and writes thoughts as
  // `reasoning_content`, where Ollama has `thinking`.
  tellsUsage: false,
  tellsLimit: false,
  tellsThoughts: false,
})
