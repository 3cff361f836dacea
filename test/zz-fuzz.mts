import { readFileSync } from 'node:fs'
import { XMLAdapter, ChatAdapter, JSONAdapter, AdapterParseError } from '@ockham/core'
import { recordedSignature } from './parity/vectors.ts'
import { isDeepStrictEqual } from 'node:util'
const lines = readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l))
const A = new XMLAdapter()
let ok = 0, bad = 0, shown = 0
const norm = (x: any): any => JSON.parse(JSON.stringify(x))
const kinds: any = {}
for (const v of lines) {
  let got: any
  try { 
    const s = recordedSignature(v.signature)
    got = v.messages ? A.format(s, v.demos, v.inputs) : A.parse(s, v.completion) } catch (e: any) { got = AdapterParseError.is(e) ? { error: e.message } : { crash: String(e.stack) } }
  if (v.error) { const k = got.crash ? 'CRASH' : got.error ? 'both fail' : 'read, DSPy fails'; kinds[k] = (kinds[k] ?? 0) + 1; if (got.crash) console.log(got.crash, JSON.stringify(v)); continue }
  const want = v.messages ?? v.expected
  if (isDeepStrictEqual(norm(got), want)) ok++
  else { bad++; if (shown++ < Number(process.argv[3] ?? 5)) {
    console.log('---', v.signature.spec); 
    if (v.messages) { if (!Array.isArray(got)) console.log(got); else want.forEach((m: any, i: number) => { if (m.content !== got[i]?.content) console.log(' WANT', JSON.stringify(m.content), '\n GOT ', JSON.stringify(got[i]?.content)) }); if (want.length !== got.length) console.log('LEN', want.length, got.length) }
    else console.log(JSON.stringify(v.completion), '\n WANT', JSON.stringify(want), '\n GOT ', JSON.stringify(got)) } }
}
console.log({ ok, bad, ...kinds })
