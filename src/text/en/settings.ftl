## Settings

settings =
    <b>Your settings</b>
    You are: { $gender }
    You would like to talk to: { $seeking }
    You speak: { $languages }
    You like: { $interests }
    About you: { $bio }
    Where your partner may be: { $platform }
    Pictures and videos from your partner: { $media }

    Tap what you want to change. If we are looking for somebody, it counts at once; a chat you are in goes on.

nothing = –
list-comma = {", "}

settings-gender = Who are you? If you would rather not say, you meet people who are open to anyone.

settings-seeking = Who would you like to talk to? Tap as many as you like; to take away the last one, tap another first.

settings-languages = Which languages do you speak? We first look for people who share one with you. If you choose none, we take the language of your app or the one we write to you in.
settings-languages-full = Which languages do you speak? Five are the most: to choose another, tap one of yours first to take it away.

settings-interests = What do you like to talk about? Choose up to five. Your partner sees only the ones you two share.

settings-bio =
    <b>About you</b>
    { $bio }

    Your partner sees this when a chat begins.

settings-bio-none = You can say something about yourself, in up to 200 characters. Your partner sees it when a chat begins. Leave out your name and any links.

settings-platform = Where may your partner be?

settings-switches =
    <b>While you chat</b>
    ✓ means that it is on. What you protect can't be forwarded or saved on Telegram; Discord has nothing like it.

ask-words-bio = Reply to this message with a few words about yourself, 200 characters at most. Leave out your name and any links.
ask-words-interest = Reply to this message with something you like to talk about, 24 characters at most.

words-refused-bio = Nothing was left of that once we had taken out links and names, so nothing has changed. Try other words.
words-refused-interest = We can't take that as an interest. Try a word or two, without links and names.

words-left-out = We left out a link, a name or a number by which you could be found.

interests-full = You have five interests already. Tap one of them to take it away first.

ask-locale = Which language shall we speak with you?

locale-set = All right, we will speak English with you.

settings-media = How would you like to see photos, videos and GIFs from strangers?

media-spoiler = hidden until tapped
media-open = shown at once
media-refused = not at all

gender-woman = a woman
gender-man = a man
gender-other = other
gender-unsaid = not said
gender-unanswered = not answered yet

seeking-women = women
seeking-men = men
seeking-others = others
seeking-anyone = anyone
seeking-unanswered = not answered yet

platform-any = anywhere
platform-same = on the same platform as you
platform-other = on the other platform

name-telegram = Telegram
name-discord = Discord

## What people like to talk about

interest-music = music
interest-films = films
interest-series = series
interest-books = books
interest-games = games
interest-anime = anime
interest-art = art
interest-photography = photography
interest-cooking = cooking
interest-travel = travel
interest-sports = sports
interest-fitness = fitness
interest-nature = nature
interest-animals = animals
interest-science = science
interest-technology = technology
interest-history = history
interest-languages = languages
interest-psychology = psychology
interest-fashion = fashion
interest-memes = memes
interest-writing = writing
interest-dancing = dancing
interest-football = football
