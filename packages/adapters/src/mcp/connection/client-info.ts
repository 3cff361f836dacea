/** What servers are told of us; the version is that of the package. */
export const clientInfo: { name: string; version: string } = { name: 'ockham', version: '0.1.0' }
