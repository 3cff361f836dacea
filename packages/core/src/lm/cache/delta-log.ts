import type { LMStreamEvent } from '../lm-stream-event.ts'

type LMDelta = Exclude<LMStreamEvent, { type: 'restart' | 'finish' }>

/** Deltas in order, those of one part of the reply merged into one: it never holds more than the reply. */
export class DeltaLog {
  readonly #parts = new Map<string, { delta: LMDelta }>()
  #last: { delta: LMDelta } | undefined
  #characters = 0

  /** How much text is held. */
  get characters(): number {
    return this.#characters
  }

  add(delta: LMDelta): void {
    this.#characters += textOf(delta).length
    const last = this.#last
    // Nearly always the next piece of the same part.
    if (last && isSamePart(last.delta, delta)) last.delta = merged(last.delta, delta)
    else this.#last = this.#addTo(partName(delta), delta)
  }

  /** Another log of the same deltas. */
  copy(): DeltaLog {
    const copy = new DeltaLog()
    for (const { delta } of this.#parts.values()) copy.add(delta)
    return copy
  }

  clear(): void {
    this.#parts.clear()
    this.#last = undefined
    this.#characters = 0
  }

  /** Takes out the first part that is held. */
  take(): LMDelta | undefined {
    for (const [name, part] of this.#parts) {
      this.#parts.delete(name)
      if (this.#last === part) this.#last = undefined
      this.#characters -= textOf(part.delta).length
      return part.delta
    }
    return undefined
  }

  #addTo(name: string, delta: LMDelta): { delta: LMDelta } {
    let part = this.#parts.get(name)
    if (part) part.delta = merged(part.delta, delta)
    else {
      part = { delta }
      this.#parts.set(name, part)
    }
    return part
  }
}

function textOf(delta: LMDelta): string {
  return delta.type === 'tool-call-delta' ? (delta.arguments ?? '') : delta.text
}

function isSamePart(a: LMDelta, b: LMDelta): boolean {
  if (a.type !== b.type || a.index !== b.index) return false
  return a.type !== 'tool-call-delta' || b.type !== 'tool-call-delta' || a.call === b.call
}

function partName(delta: LMDelta): string {
  const call = delta.type === 'tool-call-delta' ? delta.call : ''
  return `${delta.type} ${delta.index} ${call}`
}

/** Two deltas of the same part as one new one; readers may hold the old ones. */
function merged(a: LMDelta, b: LMDelta): LMDelta {
  if (a.type !== 'tool-call-delta') return { ...a, text: a.text + textOf(b) }
  if (b.type !== 'tool-call-delta') return a
  const whole = { ...a, ...b }
  if (a.id !== undefined) whole.id = a.id
  // Names and arguments come in pieces.
  if (a.name !== undefined) whole.name = a.name + (b.name ?? '')
  if (a.arguments !== undefined) whole.arguments = a.arguments + (b.arguments ?? '')
  return whole
}
