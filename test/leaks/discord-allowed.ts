const mayPass = new RegExp(
  `^(?:create|update)\\.(?:${[
    '(?:message_snapshots\\[\\]\\.message\\.)?content',
    'poll\\.question\\.text',
    'poll\\.answers\\[\\]\\.poll_media\\.(?:text|emoji\\.name)',
  ].join('|')})$`,
)

export const mayPassFromDiscord = (place: string): boolean => mayPass.test(place)
