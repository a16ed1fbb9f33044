/** Without white space, marks of formatting and what keeps them inactive: the same on both platforms, in one part or in several. */
export const bare = (text: string): string => unmarked(text).replace(/\s/g, '')

export const unmarked = (text: string): string => text.replace(/[\\*_~|`\u200b]/g, '')
