import { expect, test } from 'vitest'
import { urlLogin } from './url-login.ts'

test('name and password of an address become an authorization', () => {
  expect(urlLogin('https://me:p%40ss@host.example:8080/v1')).toEqual({
    address: 'https://host.example:8080/v1',
    authorization: `Basic ${btoa('me:p@ss')}`,
  })
  expect(urlLogin('http://me@host.example')?.address).toBe('http://host.example')
})

test.for(['https://host.example/v1/', 'host.example:8080', '127.0.0.1:11434'])(
  '"%s" stays as it is',
  (address) => expect(urlLogin(address)).toEqual({ address, authorization: undefined }),
)

test('name and password are found without a scheme too', () => {
  expect(urlLogin('me:pass@localhost:11434')?.address).toBe('http://localhost:11434')
})

test.for(['http://me:pass@[:::/v1', 'not an address'])('"%s" is no address', (address) => {
  expect(urlLogin(address)).toBeUndefined()
})
