import { postJSON } from '../http/post-json.ts'
import { readEvents } from '../http/read-events.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromReplicateEvent } from './from-replicate-event.ts'
import { pollPrediction } from './poll-prediction.ts'
import { ReplicateClient } from './replicate-client.ts'
import { fromReplicatePrediction } from './replicate-prediction.ts'
import { replicateTarget } from './replicate-target.ts'
import { RunningPrediction } from './running-prediction.ts'
import { toReplicateRequest } from './to-replicate-request.ts'

// Short, since a prediction can be canceled only once its answer has come.
const waitSeconds = 5
const longestSeconds = 24 * 60 * 60

/** Speaks Replicate's wire: a prediction is made, and then streamed or asked for until it is done. */
export async function connectReplicate(connection: Connection): Promise<Ask> {
  const client = new ReplicateClient(connection)
  const base = connection.baseURL.replace(/\/+$/, '')
  const { fetch, timeoutMs } = connection
  // Ends what nobody was left to cancel.
  const cancelAfter = Math.min(Math.ceil(timeoutMs / 1000), longestSeconds)
  return async (request, { signal }) => {
    const { streamed } = request
    const body = toReplicateRequest(request)
    const url = `${base}${replicateTarget(request.model)?.path}`
    const headers = {
      'cancel-after': `${cancelAfter}s`,
      ...(!streamed && { prefer: `wait=${waitSeconds}` }),
      ...client.headers,
    }
    const response = await postJSON({ url, headers, body, signal, fetch })
    // Models that are served without Replicate's front answer with the stream itself.
    if (isEventStream(response)) return eventParts(response)
    const prediction = await readJSON(response)
    const running = new RunningPrediction(client, prediction, signal)
    const stream = streamed ? prediction.object('urls')?.text('stream') : undefined
    const parts =
      stream === undefined
        ? polledParts(client, prediction, signal)
        : streamedParts(client, stream, signal)
    return watched(running, limitsOf(response), parts)
  }
}

function isEventStream({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('event-stream') === true
}

async function* watched(
  running: RunningPrediction,
  limits: readonly ReplyPart[],
  lists: AsyncIterable<readonly ReplyPart[]>,
): AsyncGenerator<readonly ReplyPart[]> {
  try {
    yield limits
    for await (const parts of lists) {
      if (parts.some(({ type }) => type === 'end')) running.over()
      yield parts
    }
  } catch (error) {
    running.failed(error)
    throw error
  }
}

async function* polledParts(
  client: ReplicateClient,
  prediction: WireObject,
  signal: AbortSignal,
): AsyncGenerator<readonly ReplyPart[]> {
  yield fromReplicatePrediction(await pollPrediction(client, prediction, signal))
}

async function* streamedParts(
  client: ReplicateClient,
  url: string,
  signal: AbortSignal,
): AsyncGenerator<readonly ReplyPart[]> {
  yield* eventParts(await client.get(url, 'text/event-stream', signal))
}

async function* eventParts(response: Response): AsyncGenerator<readonly ReplyPart[]> {
  // Throws with the beginning of what came instead.
  if (replyForm(response, true) === 'json') await readJSON(response)
  for await (const events of readEvents(response)) yield events.flatMap(fromReplicateEvent)
}
