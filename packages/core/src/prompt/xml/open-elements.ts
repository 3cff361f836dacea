/** The names of elements that are open, the innermost last. */
export class OpenElements {
  private readonly names: string[] = []
  private readonly counts = new Map<string, number>()

  get depth(): number {
    return this.names.length
  }

  open(name: string): void {
    this.names.push(name)
    this.count(name, 1)
  }

  /** Closes the innermost element of a name and what was left open inside it; false when there is none. */
  close(name: string): boolean {
    if (!this.counts.get(name)) return false
    for (let last = this.names.pop(); last !== undefined; last = this.names.pop()) {
      this.count(last, -1)
      if (last === name) break
    }
    return true
  }

  private count(name: string, step: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + step)
  }
}
