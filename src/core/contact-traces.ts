// What people are found by elsewhere, as it reads in a folded text: links, addresses, names and numbers, also as people disguise them.

import { anyEnd, bareEnd, slashed, spokenEnd } from './domain-ends.ts'
import { disguisedHost, knownHost } from './known-hosts.ts'
import { nameBeforeService, nameBehindService, nameBehindSign } from './service-names.ts'

// Each pattern begins where what it repeats begins, so that none is tried again from within: the work grows with the text, not with its square.
const label = String.raw`[\p{L}\p{N}_\-]+`
const startOfLabel = String.raw`(?<![\p{L}\p{N}_\-])`
const labels = String.raw`(?:${label}\.)+`
const startOfLabels = String.raw`(?<![\p{L}\p{N}_\-]|[\p{L}\p{N}_\-]\.)`
/** What comes behind a domain: a port, a path, a query. */
const behind = String.raw`(?:[\/:?#]\S*)?`
/** No sentence goes on like that. */
const pathBehind = String.raw`(?:\/|:\p{Nd}|\?[^\s?=]+=)\S*`
const spacedPath = String.raw`(?:\s?\/\s?\S+)*`
const startOfWord = String.raw`(?<![\p{L}\p{N}'’])`
const endOfWord = String.raw`(?![\p{L}\p{N}])`

/** A framework, as .NET is one. */
const notANet = String.raw`(?!asp\.net${endOfWord})`

/** "name dot com". */
const dotWord = String.raw`(?:dot|точка|punto|نقطة)`
const bracketedDot = String.raw`\s?[\[({<]\s?(?:\.|${dotWord})\s?[\])}>]\s?`
const spokenDomain = String.raw`${label}(?!\s\.(?-i:NET)${endOfWord})(?:${bracketedDot}(?:${anyEnd})|(?:\s${dotWord}\s|\s\.\s?|\.\s(?=\S+\s?\/\s?\S))${spokenEnd}|\s(?:dot\s|\.\s?)me)${endOfWord}`

/** In a mail address these tell that "at" is its sign. */
const mailHosts = `(?:gmail|googlemail|mail|yandex|outlook|hotmail|live|yahoo|icloud|proton|protonmail|gmx)`

const nameSigns = String.raw`\p{L}\p{N}._%+\-`
const digit = String.raw`[\p{Nd}\p{No}]`

const find = (pattern: string): RegExp => new RegExp(pattern, 'giu')

/** Looked for in this order, each in what the one before has left. */
export const traces: readonly RegExp[] = [
  // Links with a scheme, whatever it is.
  find(String.raw`(?<![\p{L}\p{N}+.-])[\p{L}\p{N}+.-]*\s?:\s?\/\s?\/\s*\S*`),
  find(String.raw`${startOfWord}(?:mailto|tel|sms|steam|magnet|javascript):\S+`),
  find(nameBehindSign),
  find(String.raw`${startOfWord}www\d?\s?\.\s?\S*`),
  // Mail addresses, plain and disguised.
  find(
    String.raw`(?<![${nameSigns}])[${nameSigns}]+(?:(?:\s?(?:@|[\[({<]\s?(?:@|at|собака|arroba)\s?[\])}>])\s?|\s(?:собака|arroba)\s)(?:${labels}${anyEnd}|${spokenDomain}|${mailHosts}${endOfWord})|\sat\s(?:${labels}${bareEnd}|${mailHosts}\.${anyEnd}|${spokenDomain}))`,
  ),
  // Hosts that people are found on.
  find(
    `${startOfWord}(?:${startOfLabels}${labels})?${knownHost}${endOfWord}${behind}${spacedPath}`,
  ),
  find(String.raw`${startOfWord}${disguisedHost}\s?\/\s?\S+`),
  find(String.raw`${startOfWord}(?:t|wa|discord|dsc|telegram)\s?(?:me|gg)\s?\/\s?\S+`),
  // Any other domain, and addresses of machines.
  find(`${startOfLabels}${labels}(?!${slashed})${anyEnd}${pathBehind}`),
  find(`${startOfLabels}${notANet}${labels}${bareEnd}${behind}`),
  find(
    String.raw`(?<![a-z\d_\-]|[a-z\d_\-][.。])${notANet}[a-z\d_\-]+(?:[.。][a-z\d_\-]+)*[.。]${bareEnd}${behind}`,
  ),
  find(`${startOfLabel}${spokenDomain}${behind}${spacedPath}`),
  find(String.raw`\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){3}${behind}`),
  find(nameBehindService),
  find(nameBeforeService),
  // Names with their sign, or the sign alone.
  find(String.raw`(?<![${nameSigns}])[${nameSigns}]*@[@\s]{0,2}[${nameSigns}]*`),
  find(String.raw`(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*\s?#\s?\p{Nd}{4}(?!\p{Nd})`),
  // Telephone numbers, and the long numbers by which platforms know people.
  find(String.raw`(?<![+(])[+(]*${digit}(?:(?:,|[\s\p{Pd}()\[\].\/\\_*~|+:'"]{0,3})${digit}){6,}`),
]
