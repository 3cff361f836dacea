import type { Ask, Connection } from '../vendor/vendor.ts'
import { askGemini } from './ask-gemini.ts'

/** Speaks Gemini's wire to Google AI; the key goes into a header, as addresses end up in logs. */
export async function connectGemini(connection: Connection): Promise<Ask> {
  const { apiKey, fetch } = connection
  const base = connection.baseURL.replace(/\/+$/, '')
  const headers = {
    ...(apiKey !== undefined && { 'x-goog-api-key': apiKey }),
    ...connection.headers,
  }
  return (request, { signal }) => {
    const { model } = request
    // A model that was tuned has a folder of its own.
    const path = model.includes('/') ? model : `models/${model}`
    const modelURL = `${base}/${path.split('/').map(encodeURIComponent).join('/')}`
    return askGemini(request, { modelURL, headers, signal, fetch })
  }
}
