import { closeSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'

/** Where the log's index counts transactions that wrote something: https://sqlite.org/walformat.html#the_wal_index_header */
const changeCounterAt = 8

/** How many commits a database in use has seen, from outside: counting costs those commits nothing. */
export function commitCount(databasePath: string): number {
  const file = openSync(`${databasePath}-shm`, 'r')
  try {
    const bytes = Buffer.alloc(4)
    readSync(file, bytes, 0, 4, changeCounterAt)
    return endianness() === 'LE' ? bytes.readUInt32LE() : bytes.readUInt32BE()
  } finally {
    closeSync(file)
  }
}
