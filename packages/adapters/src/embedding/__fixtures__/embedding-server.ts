import type { ServerResponse } from 'node:http'
import type { SeenRequest } from '../../__fixtures__/scripted-server.ts'

export const json = { 'content-type': 'application/json' }

/** The vector that the servers of these tests give a text: its length, and a fraction. */
export function vectorOf(text: string): number[] {
  return [text.length, 0.5]
}

/** Answers as OpenAI does, in the format that was asked for; the last text first, to see that order is kept. */
export function answerAsOpenAI(response: ServerResponse, { body }: SeenRequest): void {
  const texts = textsOf(body)
  const isBase64 = body['encoding_format'] === 'base64'
  const data = texts
    .map((text, index) => ({
      index,
      embedding: isBase64 ? base64(vectorOf(text)) : vectorOf(text),
    }))
    .reverse()
  const usage = { prompt_tokens: texts.length * 1000, total_tokens: texts.length * 1000 }
  response.writeHead(200, json).end(JSON.stringify({ object: 'list', data, usage }))
}

/** Answers as Ollama does. */
export function answerAsOllama(response: ServerResponse, { body }: SeenRequest): void {
  const embeddings = textsOf(body).map(vectorOf)
  response.writeHead(200, json).end(JSON.stringify({ embeddings, prompt_eval_count: 7 }))
}

/** The texts of a request, on either wire. */
export function textsOf(body: Readonly<Record<string, unknown>>): string[] {
  const { input } = body
  return Array.isArray(input) ? input.map(String) : []
}

function base64(numbers: readonly number[]): string {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) bytes.writeFloatLE(number, at * 4)
  return bytes.toString('base64')
}
