/**
 * A chat as its app shows it: one entry for each message, but one for all that stand together as an album.
 * The first message leads; the words are those of the one that has some.
 */
export function inAlbums(chat) {
  const entries = []
  for (const message of chat) {
    const last = entries.at(-1)
    const belongs =
      message.album !== undefined &&
      last?.message.album === message.album &&
      last.message.from === message.from
    if (belongs) last.members.push(message)
    else entries.push({ message, members: [message] })
  }
  return entries
}

/** The member of an album whose caption is shown, and edited. */
export function captionMember(members) {
  return members.find(({ text }) => text !== '') ?? members[0]
}
