/** A file of a form, as it was sent. */
export interface FormFile {
  readonly name: string | undefined
  readonly bytes: Buffer
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, FormFile>>
}

/** https://www.rfc-editor.org/rfc/rfc7578; `undefined` for what is no form. */
export function readForm(contentType: string, body: Buffer): Form | undefined {
  const boundary = /^multipart\/form-data; ?boundary="?([^";]+)/.exec(contentType)?.[1]
  if (boundary === undefined) return undefined
  const fields: Record<string, string> = {}
  const files: Record<string, FormFile> = {}
  // One byte, one character: nothing of a file is changed by the way there and back.
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n')
    const head = part.slice(0, end)
    const bytes = Buffer.from(part.slice(end + 4, -2), 'latin1')
    const name = /[; ]name="?([^";\r\n]+)/i.exec(head)?.[1] ?? ''
    const fileName = /filename="?([^";\r\n]+)/i.exec(head)?.[1]
    if (fileName === undefined) fields[name] = bytes.toString('utf8')
    else files[name] = { name: fileName, bytes }
  }
  return { fields, files }
}
