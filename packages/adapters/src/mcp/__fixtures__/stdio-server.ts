import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { testServer } from './test-server.ts'

/** The test server as a process. */
await testServer([], process.argv[2] === 'tools-only').connect(new StdioServerTransport())
