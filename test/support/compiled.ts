import path from 'node:path'
import { root } from '../house/root.ts'

/** Processes that start one after the other need not each compile the whole house: https://nodejs.org/api/module.html#module-compile-cache */
export const compiled = {
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'passerby'),
} as const
