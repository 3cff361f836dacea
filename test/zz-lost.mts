import { readFileSync } from 'node:fs'
import { XMLAdapter } from '@ockham/core'
import { recordedSignature } from './parity/vectors.ts'
import { tagReading } from '../packages/core/src/prompt/reading/tag-reading.ts'
import { readReply } from '../packages/core/src/prompt/reading/read-reply.ts'
const A = new XMLAdapter(); let n=0
for (const l of readFileSync('/tmp/fuzz/p12.jsonl','utf8').split('\n').filter(Boolean)) { const v=JSON.parse(l); if(!v.error) continue
 const s = recordedSignature(v.signature)
 try { A.parse(s, v.completion) } catch(e:any){ try { const g = readReply('x', s, v.completion, [tagReading]); console.log(v.signature.spec, JSON.stringify(v.completion).slice(0,300),'\n    ', JSON.stringify(g).slice(0,300), '\n    ', e.message.slice(0,140)); if (n++>12) break } catch {} } }
