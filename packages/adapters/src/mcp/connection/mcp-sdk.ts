import { loadSDK } from '../../vendor/load-sdk.ts'

/** What is used of the package `@modelcontextprotocol/sdk`. */
export interface MCPSDK {
  Client: typeof import('@modelcontextprotocol/sdk/client/index.js').Client
  StdioClientTransport: typeof import('@modelcontextprotocol/sdk/client/stdio.js').StdioClientTransport
  StreamableHTTPClientTransport: typeof import('@modelcontextprotocol/sdk/client/streamableHttp.js').StreamableHTTPClientTransport
  ResultSchema: typeof import('@modelcontextprotocol/sdk/types.js').ResultSchema
}

/** Loads the package; throws `LMConfigurationError` when it is not installed. */
export async function loadMCPSDK(): Promise<MCPSDK> {
  return loadSDK('@modelcontextprotocol/sdk', async () => {
    const [{ Client }, { StdioClientTransport }, { StreamableHTTPClientTransport }, types] =
      await Promise.all([
        import('@modelcontextprotocol/sdk/client/index.js'),
        import('@modelcontextprotocol/sdk/client/stdio.js'),
        import('@modelcontextprotocol/sdk/client/streamableHttp.js'),
        import('@modelcontextprotocol/sdk/types.js'),
      ])
    const { ResultSchema } = types
    return { Client, StdioClientTransport, StreamableHTTPClientTransport, ResultSchema }
  })
}
