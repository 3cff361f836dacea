declare global {
  // The declarations of the `ollama` package name this type of the DOM, which Node's do not have.
  type HeadersInit = NonNullable<ConstructorParameters<typeof Headers>[0]>
}

export {}
