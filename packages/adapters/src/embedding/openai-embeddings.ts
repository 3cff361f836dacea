import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import { openaiClient } from '../openai/openai-client.ts'
import { statedCost } from '../openai/stated-cost.ts'
import { readJSON } from '../vendor/read-json.ts'
import type { Connection } from '../vendor/vendor.ts'
import type { AskForEmbeddings, EmbeddingReply, EmbeddingRequest } from './embedding-vendor.ts'
import { readVector } from './read-vector.ts'

/** Speaks OpenAI's embeddings wire over the `openai` package. */
export async function connectOpenAIEmbeddings(
  connection: Connection,
  query: Readonly<Record<string, string>> = {},
): Promise<AskForEmbeddings> {
  const client = await openaiClient(connection, query)
  return async ({ model, texts, dimensions, encodingFormat, extra }, signal) => {
    const body = {
      model,
      input: texts,
      ...(dimensions !== undefined && { dimensions }),
      ...(encodingFormat !== undefined && { encoding_format: encodingFormat }),
      ...extra,
    }
    // The SDK's own method for it takes an error in a 200 for an empty result.
    return readJSON(await client.post('/embeddings', { body, signal }).asResponse())
  }
}

/** Reads a reply of that wire; servers may send the embeddings in any order. */
export function readOpenAIEmbeddings(
  reply: WireObject,
  { name: model, texts }: EmbeddingRequest,
): EmbeddingReply {
  if (reply.has('error')) throw new VendorFailure(factsFromBody(reply.json('error')))
  const rows = reply.objects('data')
  const embeddings = new Map(
    rows.map((row, position): [number, Float32Array] => {
      const index = row.number('index') ?? position
      return [index, readVector(row.json('embedding'), { model, text: texts[index] ?? '' })]
    }),
  )
  const ordered = texts.map((_, index) => embeddings.get(index)).filter((one) => one !== undefined)
  if (rows.length !== texts.length || ordered.length !== texts.length) {
    throw new Error(
      `expected one embedding of each of ${texts.length} texts, got ${rows.length} embeddings.`,
    )
  }
  const usage = reply.object('usage')
  return {
    embeddings: ordered,
    inputTokens: usage?.number('prompt_tokens') ?? usage?.number('total_tokens'),
    costUSD: usage && statedCost(usage),
  }
}
