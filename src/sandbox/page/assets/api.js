import { el } from './dom.js'

const shownForMs = 6000
/** What the sandbox takes in at once. */
const mostMegabytes = 60

/** Says for a moment what went wrong. */
function complain(sentence) {
  const problem = el('p', {}, sentence)
  document.getElementById('problems').append(problem)
  setTimeout(() => problem.remove(), shownForMs)
}

async function post(path, body, headers = {}) {
  try {
    const response = await fetch(path, { method: 'POST', headers, body })
    if (response.ok) return true
    complain(await response.text())
  } catch {
    complain('The sandbox does not answer.')
  }
  return false
}

const postJson = (path, value) =>
  post(path, JSON.stringify(value), { 'content-type': 'application/json' })
const pathOf = ({ platform, id }) => `/api/people/${platform}/${encodeURIComponent(id)}`

export function addPerson(platform) {
  return postJson('/api/people', { platform })
}

/** Lets a person do something; resolves to whether it worked. */
export function act(person, action) {
  return postJson(pathOf(person), action)
}

/** Lets a person send files, or put one in the place of another. */
export async function upload(person, about, files) {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > mostMegabytes * 1024 * 1024) {
    complain(`These files are larger than ${mostMegabytes} MB.`)
    return false
  }
  const form = new FormData()
  form.append('about', JSON.stringify(about))
  for (const file of files) form.append('file', file, file.name)
  return post(`${pathOf(person)}/files`, form)
}
