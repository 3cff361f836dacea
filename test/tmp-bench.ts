import { Predict, configure, collectSpans } from '@ockham/core'
import { stubLM } from './bench/stub-lm.ts'
const ticket = { ticket: 'I was charged twice for my last order and nobody answers.' }
const spec = "ticket -> category: 'billing' | 'technical' | 'other', urgent: bool"
const chat = '[[ ## category ## ]]\nbilling\n\n[[ ## urgent ## ]]\nTrue\n\n[[ ## completed ## ]]\n'
const p = new Predict(spec); p.lm = stubLM(chat)
const N = 3000
async function round() { const t = performance.now(); for (let i=0;i<N;i++) await p(ticket); return (performance.now()-t)*1000/N }
const med=(a:number[])=>a.sort((x,y)=>x-y)[a.length>>1]
const modes: Record<string, ()=>void> = {
  'off': () => configure({history: 0, telemetry:false}),
  'telemetry auto, none registered': () => configure({history: 0, telemetry: undefined}),
  'history': () => configure({history: 100, telemetry:false}),
  'default': () => configure({history: undefined, telemetry:undefined}),
}
const times = Object.fromEntries(Object.keys(modes).map(k=>[k,[] as number[]]))
for (let r=0;r<40;r++) for (const k of Object.keys(modes)) { modes[k]!(); const t=await round(); if(r>5) times[k]!.push(t) }
for (const k of Object.keys(modes)) console.log(k.padEnd(34), med(times[k]!).toFixed(3), 'µs')
