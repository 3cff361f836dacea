/** The name of a tool as code calls it: those of MCP servers have dashes, which JavaScript does not allow. */
export function codeName({ name }: { readonly name: string }): string {
  return name.replaceAll(/[^\w$]/g, '_').replace(/^(?=\d)/, '_')
}
