import { readFileSync } from 'node:fs'
import { XMLAdapter, AdapterParseError } from '@ockham/core'
import { recordedSignature } from './parity/vectors.ts'
const A = new XMLAdapter(); let n=0,m=0
for (const l of readFileSync('/tmp/fuzz/p12.jsonl','utf8').split('\n').filter(Boolean)) { const v=JSON.parse(l); if(!v.error) continue
 try { const g=A.parse(recordedSignature(v.signature), v.completion); if (m++%25==0) console.log('READ', v.signature.spec, JSON.stringify(v.completion).slice(0,400), '\n    ', JSON.stringify(g).slice(0,400)) } catch(e:any){ if(n++%40==0) console.log('FAIL',v.error, v.signature.spec, JSON.stringify(v.completion).slice(0,400),'\n    ', e.message.slice(0,160)) } }
