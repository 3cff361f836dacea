import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Wall } from '../wall/wall.ts'
import { mixed } from './mixed.ts'
import type { SoakReport } from './report.ts'

/** A soak, and what could be seen of it from outside. */
export interface Soak extends SoakReport {
  /** What the process wrote beside its report. */
  readonly log: string
  readonly exitCode: number | null
  /** How long the process lived on after its report. */
  readonly lingeredMs: number
  /** Requests at the wall that are neither answered nor given up. */
  readonly busy: number
  readonly openSockets: number
  /** Requests to models that are faulty. */
  readonly faults: number
}

const script = fileURLToPath(new URL('soak.ts', import.meta.url))

/** Runs a soak in a process of its own, against a wall in this one. */
export async function runSoak(kind: 'mixed' | 'both-down', requests: number): Promise<Soak> {
  await using wall = await Wall.open({ behaviours: { mixed } })
  const child = spawn(
    process.execPath,
    [
      ...['--expose-gc', '--conditions=@ockham/source', '--import', 'tsx'],
      ...[script, wall.url, String(requests), kind],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  let log = ''
  let reportedAt = 0
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
    reportedAt = performance.now()
  })
  child.stderr.on('data', (chunk) => {
    log += String(chunk)
  })
  const [exitCode] = await once(child, 'close')
  const lines = out.trim().split('\n')
  const report: SoakReport = JSON.parse(lines.pop() ?? '')
  const { busy, openSockets } = wall
  const lingeredMs = performance.now() - reportedAt
  const faults = wall.requests - wall.of('ok').requests.length
  return { ...report, log: lines.join('\n') + log, exitCode, lingeredMs, busy, openSockets, faults }
}
