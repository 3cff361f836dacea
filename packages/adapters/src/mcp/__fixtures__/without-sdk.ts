import { registerHooks } from 'node:module'
import { mcpClient } from '../mcp-client.ts'

/** A program on a machine where the SDK is not installed. */
registerHooks({
  resolve(name, context, next) {
    if (!name.startsWith('@modelcontextprotocol/')) return next(name, context)
    const message = `Cannot find package '@modelcontextprotocol/sdk' imported from ${context.parentURL}`
    throw Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' })
  },
})
await mcpClient({ command: 'x' }).catch((error: unknown) => process.stdout.write(String(error)))
