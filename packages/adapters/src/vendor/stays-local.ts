import type { BlockList } from 'node:net'

const privateV4 = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  // What a server listens on, which is set as its address as well; it leads to this machine.
  ['0.0.0.0', 32],
] as const
const privateV6 = [
  ['::1', 128],
  ['::', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const

/** Whether what is sent to this address stays on the user's own machine or network. */
export function staysLocal(baseURL: string): boolean {
  const url = baseURL.includes('://') ? baseURL : `http://${baseURL}`
  if (!URL.canParse(url)) return false
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  // Loaded on first use: no LM of a cloud needs it.
  const { isIP } = process.getBuiltinModule('node:net')
  const family = isIP(host)
  if (family !== 0) return privateNets().check(host, family === 6 ? 'ipv6' : 'ipv4')
  // A name of one part is found only in the network at hand, such as a container's.
  return !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)
}

let nets: BlockList | undefined

function privateNets(): BlockList {
  if (nets) return nets
  const { BlockList } = process.getBuiltinModule('node:net')
  nets = new BlockList()
  for (const [net, bits] of privateV4) nets.addSubnet(net, bits, 'ipv4')
  for (const [net, bits] of privateV6) nets.addSubnet(net, bits, 'ipv6')
  return nets
}
