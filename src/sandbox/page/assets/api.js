import { el } from './dom.js'

const shownForMs = 6000

/** Says for a moment what went wrong. */
function complain(sentence) {
  const problem = el('p', {}, sentence)
  document.getElementById('problems').append(problem)
  setTimeout(() => problem.remove(), shownForMs)
}

async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return true
    complain(await response.text())
  } catch {
    complain('The sandbox does not answer.')
  }
  return false
}

export function addPerson(platform) {
  return post('/api/people', { platform })
}

/** Lets a person do something; resolves to whether it worked. */
export function act({ platform, id }, action) {
  return post(`/api/people/${platform}/${encodeURIComponent(id)}`, action)
}
