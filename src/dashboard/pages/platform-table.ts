import type { AdapterState } from '../../adapter.ts'
import type { Platform } from '../../core/platform.ts'
import { html, type Html } from '../../lib/html.ts'
import type { Overview } from '../../service/overview.ts'
import { duration } from '../duration.ts'

const names: Readonly<Record<Platform, string>> = { telegram: 'Telegram', discord: 'Discord' }

const states: Readonly<
  Record<AdapterState, { readonly tone: string; readonly label: string; readonly means: string }>
> = {
  connected: { tone: 'ok', label: 'Connected', means: 'Messages flow.' },
  starting: { tone: 'quiet', label: 'Starting', means: 'Getting to know the platform.' },
  reconnecting: {
    tone: 'warn',
    label: 'Reconnecting',
    means: 'It tries again by itself; nothing is lost meanwhile.',
  },
  halted: { tone: 'bad', label: 'Halted', means: 'It needs you: the log says why and what to do.' },
}

export function platformName(platform: Platform): string {
  return names[platform]
}

export function platformTable(platforms: Overview['platforms'], now: number): Html {
  if (platforms.length === 0) {
    return html`<section class="card"><h2>Platforms</h2><p class="empty">No platform is configured.</p></section>`
  }
  return html`<section class="card">
    <h2>Platforms</h2>
    <table>
      <thead>
        <tr><th scope="col">Platform</th><th scope="col">State</th><th scope="col" class="wide">Meaning</th><th scope="col" class="number">Since</th></tr>
      </thead>
      <tbody>
        ${platforms.map((entry) => row(entry, now))}
      </tbody>
    </table>
  </section>`
}

function row({ platform, state, since }: Overview['platforms'][number], now: number): Html {
  const { tone, label, means } = states[state]
  const began = new Date(since).toISOString()
  return html`<tr>
    <th scope="row"><i class="key ${platform}"></i>${names[platform]}</th>
    <td><span class="pill ${tone}">${label}</span></td>
    <td class="wide">${means}</td>
    <td class="number"><time datetime="${began}" title="${began}">${now - since < 1000 ? 'just now' : duration(now - since)}</time></td>
  </tr>`
}
