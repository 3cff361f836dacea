import { expect, test } from 'vitest'
import { urlLogin } from './url-login.ts'

test('name and password of an address become an authorization', () => {
  expect(urlLogin('https://me:p%40ss@host.example:8080/v1')).toEqual({
    address: 'https://host.example:8080/v1',
    authorization: `Basic ${btoa('me:p@ss')}`,
  })
  expect(urlLogin('http://me@host.example').address).toBe('http://host.example')
})

test.for(['https://host.example/v1/', 'host.example:8080', 'not an address'])(
  '"%s" stays as it is',
  (address) => expect(urlLogin(address)).toEqual({ address, authorization: undefined }),
)
