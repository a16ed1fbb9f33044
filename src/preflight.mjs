// @ts-check
// Says in one sentence that this Node is too old. Plain JavaScript for Node 14 and newer: an old
// Node cannot read the TypeScript that would otherwise tell.

const oldest = '24.12.0'

/**
 * @param {string} version as in process.versions.node
 * @returns {string | undefined} what to tell the operator, or nothing to complain about
 */
export function complaintAboutNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number)
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined
  return (
    `Passerby needs Node ${oldestMajor}.${oldestMinor} or newer and this is Node ${version}: ` +
    'run "npm ci" and then "npm start", which brings its own Node 24 on Linux, ' +
    'or install Node 24 from https://nodejs.org.'
  )
}

const complaint = complaintAboutNode(process.versions.node)
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`)
  process.exit(1)
}
