import { parentPort, workerData } from 'node:worker_threads'
import { GuestSession } from './guest/guest-session.ts'
import { SharedState } from './shared-state.ts'
import type { HostMessage, ThreadStart } from './thread-message.ts'

// The entry of an interpreter's thread. A file `*-worker.ts` is bundled by itself into the root of dist/.
const start: ThreadStart = workerData
const port = parentPort
const session = new GuestSession(start, SharedState.open(start.shared), (message) =>
  port?.postMessage(message),
)

port?.on('message', (message: HostMessage) => {
  if (message.type === 'run') void session.run(message.code, message.variables)
  else void session.settle(message.call, message.settled)
})
