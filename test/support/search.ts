/** `npm run searches` looks everywhere; the suite has a short look at the same. */
export const isWholeSearch = process.env['WHOLE_SEARCHES'] === 'true'
