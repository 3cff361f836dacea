const written = 0
const cut = 1
const computed = 2
const beatAt = 3
const slots = 4

const idle = -1

/**
 * What host and thread both see: a run's output, so that none is lost when the thread is stopped, and how long it
 * has computed, so that the host sees when it hangs in a place that nothing inside could interrupt.
 */
export class SharedState {
  readonly buffer: SharedArrayBuffer
  private readonly numbers: Int32Array
  private readonly text: Uint16Array

  private constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer
    this.numbers = new Int32Array(buffer, 0, slots)
    this.text = new Uint16Array(buffer, slots * 4)
  }

  static create(maxOutputCharacters: number): SharedState {
    return new SharedState(new SharedArrayBuffer(slots * 4 + maxOutputCharacters * 2))
  }

  static open(buffer: SharedArrayBuffer): SharedState {
    return new SharedState(buffer)
  }

  /** Before a run; the thread must be idle. */
  reset(): void {
    for (const slot of [written, cut, computed]) Atomics.store(this.numbers, slot, 0)
    Atomics.store(this.numbers, beatAt, idle)
  }

  /** Adds to the output what still fits. */
  write(text: string): void {
    const start = Atomics.load(this.numbers, written)
    const length = Math.min(text.length, this.text.length - start)
    for (let index = 0; index < length; index++) this.text[start + index] = text.charCodeAt(index)
    Atomics.store(this.numbers, written, start + length)
    if (length < text.length) Atomics.store(this.numbers, cut, 1)
  }

  /** The output so far; where it was cut its last line says so. */
  output(): string {
    const units = this.text.subarray(0, Atomics.load(this.numbers, written))
    let text = ''
    for (let start = 0; start < units.length; start += 8192) {
      text += String.fromCharCode(...units.subarray(start, start + 8192))
    }
    if (Atomics.load(this.numbers, cut) === 0) return text
    return `${text}\n[output cut after ${this.text.length} characters]\n`
  }

  /** The thread computes and has done so for these milliseconds of the run. */
  beat(computedMs: number): void {
    Atomics.store(this.numbers, computed, computedMs)
    Atomics.store(this.numbers, beatAt, clock())
  }

  /** The thread waits. */
  rest(computedMs: number): void {
    Atomics.store(this.numbers, computed, computedMs)
    Atomics.store(this.numbers, beatAt, idle)
  }

  /** Milliseconds computed; while nothing is heard from the thread, the time since counts in full. */
  computedMs(): number {
    const at = Atomics.load(this.numbers, beatAt)
    const silent = at === idle ? 0 : (clock() - at) & 0x7fffffff
    return Atomics.load(this.numbers, computed) + silent
  }
}

/** Milliseconds by a clock that all threads share, in 31 bits. */
function clock(): number {
  return Number((process.hrtime.bigint() / 1_000_000n) & 0x7fffffffn)
}
