import { ChatAdapter, JSONAdapter } from '@ockham/core'
import * as core from '@ockham/core'
import { asDSPyMessage } from './dspy-messages.ts'
import { differsOnPurpose, withoutDocumentation } from './on-purpose.ts'
import { recordedSignature, vectors } from './vectors.ts'
const X: any = (core as any).XMLAdapter
const adapters: any = { chat: new ChatAdapter(), json: new (JSONAdapter as any)({ useNativeFunctionCalling: false }), ...(X ? { xml: new X() } : {}) }
const kinds = (process.argv[2] ?? 'format,special').split(',')
const max = Number(process.argv[3] ?? 40)
let bad = 0, total = 0, purpose = 0
for (const kind of kinds) for (const v of vectors<any>(kind)) {
  if (!adapters[v.adapter]) continue
  total++
  if (differsOnPurpose(v.messages)) { purpose++; continue }
  let ours: any
  try { ours = adapters[v.adapter].format(recordedSignature(v.signature), v.demos, v.inputs).map(asDSPyMessage) } catch (e) { bad++; if (bad <= max) console.log(v.id, 'THROWS', String(e).slice(0, 200)); continue }
  const exp = v.messages.map(withoutDocumentation)
  const a = JSON.stringify(ours), b = JSON.stringify(exp)
  const norm = (m: any) => JSON.stringify(m, (k, x) => x && typeof x === 'object' && !Array.isArray(x) ? Object.fromEntries(Object.entries(x).sort()) : x)
  if (norm(ours) === norm(exp)) continue
  bad++
  if (bad > max) continue
  let i = 0
  const n1 = norm(ours), n2 = norm(exp)
  while (n1[i] === n2[i]) i++
  console.log(v.id, JSON.stringify(v.signature.spec).slice(0, 100), '\n   ours', n1.slice(Math.max(0, i - 60), i + 80), '\n   dspy', n2.slice(Math.max(0, i - 60), i + 80))
}
console.log({ total, bad, purpose })
