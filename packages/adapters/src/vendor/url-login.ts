/** An address, and the authorization that stood in it as `user:password@`. */
export interface URLLogin {
  address: string
  /** As a value of the header `Authorization`. */
  authorization: string | undefined
}

/**
 * Takes name and password out of an address: `fetch` refuses one that holds them. Undefined for what
 * is no address.
 */
export function urlLogin(baseURL: string): URLLogin | undefined {
  const text = baseURL.includes('://') ? baseURL : `http://${baseURL}`
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username === '' && url.password === '') {
    return { address: baseURL, authorization: undefined }
  }
  const login = `${unescaped(url.username)}:${unescaped(url.password)}`
  url.username = ''
  url.password = ''
  // `new URL` ends a bare host with a slash that paths would double.
  return {
    address: url.href.replace(/\/$/, ''),
    authorization: `Basic ${Buffer.from(login).toString('base64')}`,
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
