import type { FieldDelta } from './field-stream.ts'

/** Collects the deltas of one push, joining neighbours of the same field. */
export class DeltaList {
  private readonly deltas: FieldDelta[] = []

  add(field: string, delta: string): void {
    const last = this.deltas.at(-1)
    if (last && last.field === field && !last.done) last.delta += delta
    else this.deltas.push({ field, delta, done: false })
  }

  finish(field: string): void {
    const last = this.deltas.at(-1)
    if (last && last.field === field) last.done = true
    else this.deltas.push({ field, delta: '', done: true })
  }

  take(): FieldDelta[] {
    return this.deltas
  }
}
