// Each is kind or neutral before every animal: no colours of skin, no bodies, nothing that could be meant as an insult or an advance.

export const adjectives: readonly string[] = `
  Able Agile Airy Alpine Amber Arctic Artful Aspen Astral Autumn Avid Azure
  Blithe Blue Bold Brave Breezy Bright Brisk
  Calm Candid Caring Cedar Cheerful Cheery Chipper Civil Clever Cloudy Clover Coastal Cobalt Copper Coral Cordial Cosmic Cosy Crimson Curious
  Dapper Daring Deft Dewy Dreamy
  Eager Earnest Elegant Emerald
  Fabled Faithful Fearless Festive Fleet Frank Friendly Frosty
  Gallant Genial Gentle Gifted Glad Gleaming Golden Graceful Gracious Grateful Green
  Happy Hardy Hazel Hearty Helpful Honest Hopeful
  Indigo
  Jade Jaunty Jolly Jovial Joyful Jubilant Juniper
  Keen Kind Kindly
  Lavender Learned Lilac Lively Loyal Lucid Lucky Lunar Lyrical
  Maple Marine Meadow Mellow Merry Mindful Mint Misty Modest Mossy Musical
  Neat Nifty Nimble Noble Northern
  Opal Orange
  Patient Peaceful Placid Plucky Plum Poetic Poised Polar Polite Prompt Prudent Purple
  Quick Quiet
  Radiant Resolute Restful Roving Ruby Rustic
  Saffron Sage Sapphire Scarlet Serene Silver Sincere Solar Spirited Spry Stalwart Starry Steadfast Steady Stellar Sublime Summer Sunny Swift
  Tactful Teal Thoughtful Tidy Topaz Tranquil Trusty Turquoise
  Upbeat
  Valiant Violet Vivid
  Wandering Whimsical Willow Winter Wise Wistful Witty
  Zesty
`
  .trim()
  .split(/\s+/)
