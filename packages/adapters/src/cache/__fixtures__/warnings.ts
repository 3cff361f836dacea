/** Collects what this process warns of, until the end of a `using` block. */
export function warnings(): { readonly texts: string[]; settled(): Promise<void> } & Disposable {
  const texts: string[] = []
  const listen = ({ message }: Error): void => void texts.push(message)
  process.on('warning', listen)
  return {
    texts,
    // They come a tick after they were made.
    settled: () => new Promise((resolve) => setImmediate(resolve)),
    [Symbol.dispose]: () => void process.off('warning', listen),
  }
}
