/** Where one deployment is reached. */
export interface AzureAddress {
  baseURL: string
  query: Readonly<Record<string, string>>
}

// Azure's pages show the whole address of a deployment.
const path = /\/openai(\/v1|\/deployments\/[^/]+)?(\/chat\/completions|\/responses|\/embeddings)?$/
const undated = /^(v1|latest|preview)$/

/**
 * The address of a deployment. With a dated `api-version` the deployment stands in the path; the v1
 * form has it in the body, as OpenAI has its models.
 */
export function azureAddress(
  base: string,
  deployment: string,
  apiVersion: string | undefined,
  api: 'chat' | 'responses',
): AzureAddress {
  const resource = base.replace(/\/+$/, '').replace(path, '')
  const isV1 = apiVersion === undefined || undated.test(apiVersion)
  if (isV1) {
    const query = apiVersion === 'preview' ? { 'api-version': apiVersion } : {}
    return { baseURL: `${resource}/openai/v1`, query }
  }
  const folder = api === 'chat' ? `/deployments/${encodeURIComponent(deployment)}` : ''
  return { baseURL: `${resource}/openai${folder}`, query: { 'api-version': apiVersion } }
}
