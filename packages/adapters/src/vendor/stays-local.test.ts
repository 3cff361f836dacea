import { expect, test } from 'vitest'
import { ollama } from '../ollama/ollama.ts'
import { staysLocal } from './stays-local.ts'

test.for([
  'http://127.0.0.1:11434',
  'http://localhost:1234/v1',
  'localhost:11434',
  'http://[::1]:8080',
  '0.0.0.0:11434',
  'http://[::]:11434',
  'http://192.168.1.20:11434',
  'http://172.20.0.3:11434',
  'http://ollama:11434',
  'http://host.docker.internal:11434',
  'http://mac.local:11434',
])('what is sent to %s stays local', (baseURL) => {
  expect(staysLocal(baseURL)).toBe(true)
})

test.for([
  'https://ollama.com',
  'https://api.openai.com/v1',
  'http://8.8.8.8',
  'http://172.32.0.1',
  'http://[2001:db8::1]',
  'https://localhost.example.com',
  'https://127.0.0.1.nip.io',
  '::::',
])('what is sent to %s does not', (baseURL) => {
  expect(staysLocal(baseURL)).toBe(false)
})

test('an Ollama server elsewhere, and a model that Ollama hands on, are not local', () => {
  const env = {}
  expect(ollama('llama3.2', { env }).local).toBe(true)
  expect(ollama('llama3.2', { env: { OLLAMA_API_BASE: 'https://ollama.com' } }).local).toBe(false)
  expect(ollama('gpt-oss:120b-cloud', { env }).local).toBe(false)
  expect(ollama('glm-4.6:cloud', { env }).local).toBe(false)
  expect(ollama('deepseek-v3.1:671b-cloud', { env }).maxCostUSD?.({ messages: [] })).toBe(null)
  expect(ollama('llama3.2', { env }).maxCostUSD?.({ messages: [] })).toBe(0)
})
