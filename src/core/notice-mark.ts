/** Stands in front of everything that the service itself says, and nowhere else: `fitText` takes it out of what people write. */
export const noticeMark = '❧'

/** The mark and the other printers' leaves that look like it (Dingbats and Ornamental Dingbats), with what would restyle them. */
export const likeNoticeMark = /[☙❦❧\u{1f650}-\u{1f667}][\ufe00-\ufe0f]*/gu
