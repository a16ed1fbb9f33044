const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  attach:
    'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7.500',
  plus: 'M12 5v14M5 12h14',
  menu: 'M5 8h14M5 12h14M5 16h14',
  reply: 'M10 7 4 12l6 5v-3.500c5 0 8 1 10 4-.5-5-4-8-10-8z',
  smile:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 10h.01M15 10h.01M8.500 14.500a4.500 4.500 0 0 0 7 0',
  pencil: 'm5 19 1-4.500 10-10 3.500 3.500-10 10zM13.500 7 17 10.500',
  bin: 'M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500',
  close: 'M6 6l12 12M18 6 6 18',
  ticks: 'm2 13 4 4 8-9M10.500 15.500 12 17l8-9',
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 2.500-2.500L20 17M15.500 9h.01',
  video: 'M4 6h11v12H4zM15 10.500 20 8v8l-5-2.500',
  voice: 'M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3',
  sticker: 'M5 5h14v9l-5 5H5zM14 19v-5h5M9 10h.01M14 10h.01',
  document: 'M7 4h7l4 4v12H7zM14 4v4h4',
  location: 'M12 21c4-5 6-8 6-11a6 6 0 0 0-12 0c0 3 2 6 6 11zM12 10h.01',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c1-4 4-5 7-5s6 1 7 5',
  poll: 'M6 20v-8M12 20V5M18 20v-5',
  play: 'M8 5.500v13l10.500-6.500z',
  pause: 'M8.500 6v12M15.500 6v12',
  swap: 'M5 9h13l-3.500-4M19 15H6l3.500 4',
  audio:
    'M9 18V6l10-2v12M9 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19 16a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z',
  animation: 'M3 6h18v12H3zM10 10.500a2 2 0 1 0 0 3V12H9M13 10v4M16 14v-4h2.500M16 12h2',
  album: 'M8 4h12v12H8zM8 13l4-4 3 3 2-1.500 3 3M4 8v12h12',
  'video-note': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10.500 9v6l4.500-3z',
  dice: 'M5 5h14v14H5zM9 9h.01M15 9h.01M12 12h.01M9 15h.01M15 15h.01',
  forward: 'm14 7 6 5-6 5v-3.500c-5 0-8 1-10 4 .5-5 4-8 10-8z',
  upload: 'M12 16V5M8 9l4-4 4 4M5 19h14',
  other:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .9-1 1.700M12 17h.01',
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', paths[name] ?? paths.other)
  svg.append(path)
  return svg
}
