const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])
const certificateRefused =
  /^(CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY)_|ERR_TLS_CERT_)/

/** Proof that no byte of an HTTP request went out: looking up the name, connecting or checking the certificate failed. */
export function failedBeforeSending(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every(failedBeforeSending)
  const code = errorCode(error)
  if (code !== undefined && (codes.has(code) || certificateRefused.test(code))) return true
  // The same code can come from a connection that was made (`read ETIMEDOUT`): the system call tells them apart.
  if ('syscall' in error && (error.syscall === 'connect' || error.syscall === 'getaddrinfo'))
    return true
  return failedBeforeSending(error.cause)
}

/** The `code` of a system or library error, such as ECONNRESET. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
