// Messages per minute as SVG drawn here. The drawing stretches to any width, so its labels are HTML beside it.

import { html, type Html } from '../../lib/html.ts'
import type { Overview } from '../../service/overview.ts'

const minutes = 60
const minuteMs = 60_000
const height = 100

export function perMinuteChart(perMinute: Overview['perMinute'], now: number): Html {
  const telegram = series(perMinute, 'telegram', now)
  const discord = series(perMinute, 'discord', now)
  const most = Math.max(...telegram, ...discord)
  const top = roundUp(most)
  return html`<section class="card">
    <header>
      <h2>Messages per minute</h2>
      <p class="legend">
        <span><i class="key telegram"></i>Telegram</span><span><i class="key discord"></i>Discord</span>
      </p>
    </header>
    <div class="chart">
      <ol class="y" aria-hidden="true"><li>${top}</li><li>${top / 2}</li><li>0</li></ol>
      <div class="plot">
        <svg viewBox="0 0 ${minutes - 1} ${height}" preserveAspectRatio="none" role="img" aria-label="${summary(telegram, discord)}">
          ${[0, 50, 100].map((y) => html`<path class="grid" d="M0 ${y}H${minutes - 1}" />`)}
          ${most > 0 && [drawing('telegram', telegram, top), drawing('discord', discord, top)]}
        </svg>
        ${most === 0 && html`<p class="empty">Quiet for an hour. Messages show up here as people talk.</p>`}
      </div>
      <ol class="x" aria-hidden="true"><li>−60 min</li><li>−45</li><li>−30</li><li>−15</li><li>now</li></ol>
    </div>
  </section>`
}

/** One number for each of the last 60 minutes, whatever is missing in between. */
function series(
  perMinute: Overview['perMinute'],
  platform: 'telegram' | 'discord',
  now: number,
): readonly number[] {
  const first = Math.floor(now / minuteMs) - (minutes - 1)
  const amounts = new Map(
    perMinute.map((entry) => [Math.floor(entry.at / minuteMs) - first, entry[platform]]),
  )
  return Array.from({ length: minutes }, (_, index) => amounts.get(index) ?? 0)
}

function drawing(platform: 'telegram' | 'discord', amounts: readonly number[], top: number): Html {
  const points = amounts.map(
    (amount, minute) => `${minute} ${Number((height - (amount / top) * height).toFixed(2))}`,
  )
  const line = `M${points.join('L')}`
  return html`<path class="area ${platform}" d="${line}V${height}H0Z" /><path class="line ${platform}" d="${line}" />`
}

/** The next number that halves well: 4, 6, 8, 10, 20, 40, 60 … */
function roundUp(most: number): number {
  let step = 1
  while (most > step * 10) step *= 10
  const tops = step === 1 ? [4, 6, 8, 10] : [2, 4, 6, 8, 10]
  return step * (tops.find((top) => top * step >= most) ?? 10)
}

function summary(telegram: readonly number[], discord: readonly number[]): string {
  const sum = (amounts: readonly number[]): number =>
    amounts.reduce((total, amount) => total + amount, 0)
  return `Messages in the last hour: ${sum(telegram)} on Telegram, ${sum(discord)} on Discord.`
}
