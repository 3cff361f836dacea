import * as core from '@ockham/core'
import { recordedSignature, vectors } from './vectors.ts'
const X: any = (core as any).XMLAdapter
const adapters: any = { chat: new core.ChatAdapter(), json: new core.JSONAdapter(), ...(X ? { xml: new X() } : {}) }
const max = Number(process.argv[2] ?? 40)
const norm = (m: any) => JSON.stringify(m, (k, x) => x && typeof x === 'object' && !Array.isArray(x) ? Object.fromEntries(Object.entries(x).sort()) : typeof x === 'number' && !Number.isFinite(x) ? String(x) : x)
let bad = 0, total = 0, fails = 0, unread = 0
for (const v of vectors<any>('parse')) {
  if (!adapters[v.adapter]) continue
  let ours: any, err: any
  try { ours = adapters[v.adapter].parse(recordedSignature(v.signature), v.completion) } catch (e) { err = e }
  if (v.error !== null) { fails++; if (err) { unread++; if (!core.AdapterParseError.is(err)) console.log('WRONG ERROR', v.id, err) } continue }
  total++
  if (!err && norm(ours) === norm(v.expected)) continue
  bad++
  if (bad <= max) console.log(v.id, v.signature.spec, '\n  text', JSON.stringify(v.completion).slice(0, 300), '\n  ours', err ? String(err).slice(0, 150) : norm(ours), '\n  dspy', norm(v.expected))
}
console.log({ total, bad, fails, unread })
