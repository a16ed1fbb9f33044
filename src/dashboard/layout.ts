import { html, type Html } from '../lib/html.ts'

/** The frame around every page. `live` is what the event stream replaces. */
export function layout(title: string, live: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="dark light" />
        <title>${title} · Passerby</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/dashboard.css" />
        <link rel="stylesheet" href="/assets/overview.css" />
        <script type="module" src="/assets/live.js"></script>
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="22" height="22" />Passerby</a>
          <nav><a href="/" aria-current="page">Overview</a></nav>
          <p id="connection" class="pill quiet" role="status">Not live</p>
        </header>
        <main id="live" data-events="/events">${live}</main>
      </body>
    </html>`
}
