import { html, type Html } from '../../lib/html.ts'
import type { Overview } from '../../service/overview.ts'
import { duration } from '../duration.ts'
import { perMinuteChart } from './per-minute-chart.ts'
import { platformName, platformTable } from './platform-table.ts'

const slowOutboxMs = 60_000

/** What is inside `main`, on the first page load and in every event. */
export function overviewPage(overview: Overview, now: number): Html {
  const { outbox, platforms } = overview
  const hour = overview.perMinute.reduce((sum, minute) => sum + minute.telegram + minute.discord, 0)
  const connected = platforms.filter((entry) => entry.state === 'connected').length
  const stopped = platforms
    .filter((entry) => entry.state === 'halted')
    .map((entry) => platformName(entry.platform))
  return html`
    <div class="title">
      <h1>Overview</h1>
      <p>What happens now, today and in the last hour. No message and no name is kept to show here.</p>
    </div>
    ${stopped.length > 0 && html`<p class="alarm" role="alert">${stopped.join(' and ')} stopped. The log says why and what to do.</p>`}
    <section class="tiles" aria-label="Numbers">
      ${tile('Waiting', count(overview.waiting), 'looking for somebody')}
      ${tile('Chatting', count(overview.chatting), overview.chatting === 1 ? 'person in a room' : 'people in rooms')}
      ${tile('Rooms today', count(overview.roomsToday), 'since midnight')}
      ${tile('Messages today', count(overview.messagesToday), `${count(hour)} in the last hour`)}
      ${outboxTile(outbox)}
      ${tile(
        'Platforms',
        `${connected} of ${platforms.length}`,
        stopped.length > 0 ? 'needs you' : 'connected',
        stopped.length > 0
          ? 'bad'
          : platforms.some((entry) => entry.state === 'reconnecting')
            ? 'warn'
            : '',
      )}
    </section>
    ${perMinuteChart(overview.perMinute, now)} ${platformTable(platforms, now)}
  `
}

/** Takes the page's place when the numbers cannot be read. */
export function troublePage(): Html {
  return html`
    <div class="title"><h1>Overview</h1></div>
    <p class="alarm" role="alert">The numbers cannot be read: the database does not answer. The log says more.</p>
  `
}

function outboxTile({ depth, oldestMs }: Overview['outbox']): Html {
  if (depth === 0) return tile('Outbox', '0', 'everything is delivered')
  const oldest = oldestMs === undefined ? 'on its way' : `oldest ${duration(oldestMs)}`
  return tile('Outbox', count(depth), oldest, (oldestMs ?? 0) > slowOutboxMs ? 'warn' : '')
}

function tile(label: string, value: string, hint: string, tone: '' | 'warn' | 'bad' = ''): Html {
  return html`<article class="tile ${tone}">
    <h2>${label}</h2>
    <strong>${value}</strong>
    <small>${hint}</small>
  </article>`
}

const count = (amount: number): string => amount.toLocaleString('en')
