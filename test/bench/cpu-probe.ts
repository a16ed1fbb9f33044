// Loaded before the bot: tells the parent how much processor time the process has used, whenever asked.

process.on('message', (question) => {
  if (question !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.channel?.unref()
