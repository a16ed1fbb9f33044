// The rules of the house that no stock rule can say. test/house proves each of them by what it refuses.

import { dirname, relative, resolve, sep } from 'node:path'

const everything = ['src', 'adapters', 'migrations']

// Who may import whom. A place is a folder or a file; the longest name that fits a path wins, so
// `src` is what lies directly in it (log, clock, keyring, …) and any folder not named here.
// Where `packages` is missing, every package is welcome that `packageHomes` does not keep elsewhere.
const places = {
  'src/lib': { imports: [] },
  'src/core': { imports: ['src/lib'], packages: [] },
  'src/adapter.ts': { imports: ['src/lib', 'src/core'] },
  'src/config.ts': { imports: ['src', 'src/lib', 'src/core'] },
  src: { imports: ['src/lib', 'src/core'] },
  'src/text': { imports: ['src/lib', 'src/core'] },
  'src/media': { imports: ['src', 'src/lib', 'src/core', 'src/adapter.ts'] },
  'src/store': { imports: ['src', 'src/lib', 'src/core', 'src/adapter.ts', 'migrations'] },
  'src/service': {
    imports: ['src', 'src/lib', 'src/core', 'src/adapter.ts', 'src/store', 'src/media', 'src/text'],
  },
  'src/dashboard': {
    imports: [
      'src',
      'src/lib',
      'src/core',
      'src/adapter.ts',
      'src/store',
      'src/service',
      'src/text',
    ],
  },
  'src/sandbox': { imports: ['src/lib'] },
  'src/main.ts': { imports: everything },
  'src/passerby.ts': { imports: everything },
  'src/serve.ts': { imports: everything },
  'adapters/telegram': { imports: ['src', 'src/lib', 'src/core', 'src/adapter.ts'] },
  'adapters/discord': { imports: ['src', 'src/lib', 'src/core', 'src/adapter.ts'] },
  adapters: { imports: [] },
  migrations: { imports: [], packages: ['kysely'] },
}

const databasePlaces = ['src/store', 'migrations']
const packageHomes = {
  kysely: databasePlaces,
  'better-sqlite3': databasePlaces,
  'node:sqlite': databasePlaces,
  grammy: ['adapters/telegram'],
  '@grammyjs': ['adapters/telegram'],
  'discord.js': ['adapters/discord'],
  '@discordjs': ['adapters/discord'],
  'discord-api-types': ['adapters/discord'],
  sharp: ['src/media'],
  mediabunny: ['src/media'],
  'opus-decoder': ['src/media'],
  'file-type': ['src/media'],
  '@libav.js': ['src/media'],
  '@lottiefiles': ['src/media'],
}

// The sandbox speaks the wire formats, so it may know their types; nothing of them runs there.
const typeHomes = {
  'grammy/types': ['src/sandbox/telegram'],
  'discord-api-types': ['src/sandbox/discord'],
}

const within = (path, place) => path === place || path.startsWith(`${place}/`)

function longest(names, path) {
  return names.filter((name) => within(path, name)).sort((a, b) => b.length - a.length)[0]
}

const placeOf = (path) => longest(Object.keys(places), path)

function refusePath(from, target) {
  const place = placeOf(from)
  const { imports } = places[place]
  const there = placeOf(target)
  if (there === undefined) return `${place} may not import ${target}`
  if (there === place || imports === everything || imports.includes(there)) return undefined
  return `${place} may import ${imports.join(', ') || 'nothing else of ours'}, not ${there}`
}

function refusePackage(from, name, typeOnly) {
  const typeHome = longest(Object.keys(typeHomes), name)
  if (typeOnly && typeHome && typeHomes[typeHome].some((home) => within(from, home)))
    return undefined

  const place = placeOf(from)
  const { packages } = places[place]
  if (packages !== undefined && !packages.some((known) => within(name, known)))
    return `${place} may import ${packages.join(', ') || 'no package'}, not ${name}`

  const kept = longest(Object.keys(packageHomes), name)
  if (kept === undefined || packageHomes[kept].some((home) => within(from, home))) return undefined
  return `${kept} stays in ${packageHomes[kept].join(' and ')}`
}

const borders = {
  create(context) {
    const root = context.cwd
    const from = relative(root, context.filename).split(sep).join('/')
    if (placeOf(from) === undefined) return {}

    const check = (node, typeOnly) => {
      const name = node.source?.value
      if (typeof name !== 'string') return
      const refusal = name.startsWith('.')
        ? refusePath(
            from,
            relative(root, resolve(dirname(context.filename), name))
              .split(sep)
              .join('/'),
          )
        : refusePackage(from, name, typeOnly)
      if (refusal !== undefined) context.report({ node: node.source, message: `${refusal}.` })
    }
    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
      TSImportType: (node) => check(node, true),
    }
  },
}

// Stock rules refuse Date.now, performance.now and the timers.
const noPresentDate = {
  create(context) {
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0)
          context.report({ node, message: 'The time comes from src/clock.ts.' })
      },
    }
  },
}

export default {
  meta: { name: 'house' },
  rules: { borders, 'no-present-date': noPresentDate },
}
