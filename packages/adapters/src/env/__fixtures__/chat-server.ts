import { type ScriptedServer, scriptedServer } from '../../__fixtures__/scripted-server.ts'

/** A server of OpenAI's wire that fails with the statuses in order, then answers with the name of the model. */
export function chatServer(statuses: number[] = [], delayMs = 0): Promise<ScriptedServer> {
  return scriptedServer(async (response, { body }) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    const status = statuses.shift() ?? 200
    const message = { role: 'assistant', content: String(body['model']) }
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }
    const reply = { choices: [{ index: 0, message, finish_reason: 'stop' }], usage }
    response
      .writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
      .end(JSON.stringify(status === 200 ? reply : { error: { message: 'as scripted' } }))
  })
}
