import { benchCalls } from './calls.ts'
import { benchFirstEvaluation } from './first-evaluation.ts'
import { benchFormats } from './formats.ts'
import { benchImport } from './import-time.ts'
import { benchManyStreams } from './many-streams.ts'
import { benchOverhead } from './overhead.ts'
import { benchSearch } from './search.ts'
import { benchStreams } from './streams.ts'

// Absolute times depend on the machine: read each against the floor that ran beside it.
console.log(`Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
await benchCalls()
await benchFormats()
await benchStreams()
await benchManyStreams()
await benchSearch()
await benchFirstEvaluation()
benchImport()
await benchOverhead()
