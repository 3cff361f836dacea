import { LLMock } from '@copilotkit/aimock'

/** What the mock server answers, by what the user says. */
export const says = {
  text: 'The capital of France is Paris, on the banks of the Seine.',
  call: { id: 'call_weather', name: 'weather', arguments: '{"city":"Paris","days":2}' },
  other: { id: 'call_clock', name: 'clock', arguments: '{}' },
}

// Each dialect finds the names it knows among these; 30 tokens in and 12 out for all of them.
const usage = {
  prompt_tokens: 30,
  completion_tokens: 12,
  input_tokens: 30,
  output_tokens: 12,
  promptTokenCount: 30,
  candidatesTokenCount: 12,
}

/** Starts the independent server on loopback, with the same answers for every dialect. */
export async function startMock(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent', chunkSize: 9 })
  mock.onMessage('tell', { content: says.text, usage })
  mock.onMessage('call', { toolCalls: [says.call, says.other], usage })
  mock.onMessage('both', { content: 'I look.', toolCalls: [says.call], usage })
  mock.onMessage('long', { content: 'and so on', finishReason: 'length', usage })
  mock.onMessage('think', { content: 'Four.', reasoning: 'Two and two.', usage })
  mock.onMessage('busy', {
    error: { message: 'Slow down.', type: 'rate_limit_error' },
    status: 429,
    retryAfter: 7,
  })
  mock.onMessage('broken', {
    error: { message: 'Something broke.', type: 'server_error' },
    status: 500,
  })
  // Without a pace of its own it would cut the connection before anything has left.
  const pace = { ttft: 5, tps: 100 }
  const cut = { truncateAfterChunks: 4, streamingProfile: pace }
  mock.onMessage('cut', { content: says.text.repeat(3) }, cut)
  mock.on({ hasToolResult: true }, { content: 'It rains.', usage })
  await mock.start()
  return mock
}
