/** A request for a file as a bot makes it: no API, no token. */
export async function fetchFile(
  url: string | undefined,
): Promise<{ readonly status: number; readonly type: string; readonly bytes: Uint8Array }> {
  const answer = await fetch(url ?? '', { redirect: 'manual' })
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await answer.arrayBuffer()),
  }
}
