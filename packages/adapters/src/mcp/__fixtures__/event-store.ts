import type { EventStore } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'

/** Keeps all events, so that a stream can go on after it broke off. */
export function eventStore(): EventStore {
  const events: { stream: string; message: JSONRPCMessage }[] = []
  return {
    async storeEvent(stream, message) {
      events.push({ stream, message })
      return String(events.length - 1)
    },
    async replayEventsAfter(id, { send }) {
      const stream = events[Number(id)]?.stream ?? ''
      for (const [index, event] of events.entries()) {
        if (index <= Number(id) || event.stream !== stream) continue
        // A priming event holds no message.
        if ('jsonrpc' in event.message) await send(String(index), event.message)
      }
      return stream
    },
  }
}
