import { html, type Html } from '../../lib/html.ts'
import type { SandboxServer } from '../server.ts'

const names: Readonly<Record<SandboxServer['platform'], string>> = {
  telegram: 'Telegram',
  discord: 'Discord',
}

const stylesheets = [
  'page',
  'person-bar',
  'chat',
  'telegram',
  'telegram-messages',
  'discord',
  'discord-messages',
  'message-tools',
  'files',
  'players',
  'telegram-files',
  'discord-files',
  'attach',
  'dialog',
]

/** The frame; the panes are drawn by the browser from the event stream. */
export function pageMarkup(
  platforms: readonly SandboxServer['platform'][],
  dashboardUrl: string | undefined,
): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="dark light" />
        <title>Passerby sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${stylesheets.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <script type="module" src="/assets/app.js"></script>
      </head>
      <body>
        <header class="bar">
          <h1><img src="/assets/icon.svg" alt="" width="24" height="24" />Passerby <small>sandbox</small></h1>
          <p>Anonymous one-to-one chat between strangers on Telegram and Discord. Here you play everybody.</p>
          <div class="bar-actions">
            ${platforms.map(
              (platform) =>
                html`<button type="button" class="add ${platform}" data-add="${platform}" title="Add a person on ${names[platform]}">
                  + ${names[platform]} <span>person</span>
                </button>`,
            )}
            ${dashboardUrl !== undefined && html`<a href="${dashboardUrl}">Dashboard</a>`}
          </div>
        </header>
        <main id="people"></main>
        <p id="away" class="away" role="status" hidden>The sandbox does not answer. Waiting for it to come back …</p>
        <div id="problems" role="alert"></div>
      </body>
    </html>`
}
