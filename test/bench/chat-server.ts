import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process that answers on OpenAI's wire, at once and always the same. */
export interface ChatServer extends Disposable {
  readonly baseURL: string
}

/** Starts it; a streamed reply has `chunks` pieces of text. */
export async function chatServer(chunks: number): Promise<ChatServer> {
  const path = fileURLToPath(new URL('./chat-process.ts', import.meta.url))
  const child = fork(path, [String(chunks)])
  const [port]: unknown[] = await once(child, 'message')
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    [Symbol.dispose]: () => {
      child.kill()
    },
  }
}
