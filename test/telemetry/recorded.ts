import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'

/** A registered provider whose spans stay in memory. */
export class Recorded implements Disposable {
  private readonly exporter = new InMemorySpanExporter()
  readonly provider: NodeTracerProvider = new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(this.exporter)],
  })

  spans(): ReadableSpan[] {
    return this.exporter.getFinishedSpans()
  }

  clear(): void {
    this.exporter.reset()
  }

  /** Names of spans with those of their children, in the order of their start. */
  tree(parentId?: string): unknown[] {
    return this.spans()
      .filter(({ parentSpanContext }) => parentSpanContext?.spanId === parentId)
      .sort((a, b) => compareTimes(a.startTime, b.startTime))
      .map((span) => {
        const children = this.tree(span.spanContext().spanId)
        return children.length > 0 ? [span.name, children] : span.name
      })
  }

  named(name: string): ReadableSpan {
    const span = this.spans().find((one) => one.name === name)
    if (span) return span
    throw new Error(`No span ${name}; there are: ${this.spans().map((one) => one.name)}`)
  }

  [Symbol.dispose](): void {
    void this.provider.shutdown()
  }
}

function compareTimes(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1]
}
