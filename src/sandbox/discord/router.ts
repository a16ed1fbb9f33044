import type { Route } from './route.ts'

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** Finds the route of a path; a fixed segment goes before a parameter. */
export function createRouter(
  routes: readonly Route[],
): (verb: string, path: string) => Match | undefined {
  const table = routes
    .map((route) => ({ route, segments: route.path.split('/') }))
    .sort((a, b) => countParams(a.segments) - countParams(b.segments))
  return (verb, path) => {
    const given = path.split('/')
    for (const { route, segments } of table) {
      if (route.verb !== verb) continue
      const params = matchSegments(segments, given)
      if (params) return { route, params }
    }
    return undefined
  }
}

function countParams(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith(':')).length
}

function matchSegments(
  segments: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(value)
    else if (segment !== value) return undefined
  }
  return params
}
