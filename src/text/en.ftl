# Everything that people read, in English.
#
# <b> and <i> are bold and italic; a line break is a line break. `say` puts the mark of a notice in front of each text.
# Texts are the same on both platforms, so they name commands and buttons and never a platform's own gestures.

## First contact

welcome =
    <b>Welcome to Passerby.</b>
    Here you chat one to one with a stranger who may be on Telegram or on Discord. Neither of you learns who the other is.

    This is for adults only. The rules are short: be kind, no spam, nothing illegal, and keep other people's personal data out of it. You can read them in full with /rules, and what we keep about you with /privacy.

    Are you 18 or over, and do you accept the rules?

ask-gender =
    <b>Two quick questions, then you can start.</b>
    Your partner is not shown these answers. We use them only to find people who are looking for each other.

    Who are you?

ask-seeking = Who would you like to talk to?

profile-ready =
    <b>That's all we need to know.</b>
    You are: { $gender }
    You would like to talk to: { $seeking }

    You can change this at any time with /settings.

under-age =
    Thank you for being honest. Passerby is only for people who are 18 or over, so you can't chat here.
    We have deleted your answers. If you tapped the wrong button, you can start again after a day.

welcome-back =
    <b>Welcome back.</b>
    You are not in a chat at the moment. Shall we find somebody to talk to?

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

settings-gender = Who are you?

settings-seeking = Who would you like to talk to? Tap as many as you like.

settings-languages = Which languages do you speak? We first look for people who share one with you.

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

## Searching

waiting = Looking for somebody to talk to… You will get a message here as soon as we find them.

# Numbers of minutes: 0 is less than one.
waiting-so-far =
    { $minutes ->
        [one] You have waited { $minutes } minute.
       *[other] You have waited { $minutes } minutes.
    }
waiting-looking =
    { $people ->
        [one] { $people } other person is looking too.
       *[other] { $people } other people are looking too.
    }
waiting-estimate =
    { $minutes ->
        [0] In the last hour, half of those who looked for the same waited less than a minute.
        [one] In the last hour, half of those who looked for the same waited no more than { $minutes } minute.
       *[other] In the last hour, half of those who looked for the same waited no more than { $minutes } minutes.
    }
waiting-widened-shared-interest = We now also look for people who share none of your interests.
waiting-widened-common-language = We now also look for people who share none of your languages.
waiting-widened-new-partner = We now also look among people you have met in the last day.
waiting-anyone = As you said that anyone is fine, we look beyond all your wishes this time.

waited = We have found somebody for you.

ask-still-there =
    { $minutes ->
        [one] We have been looking for { $minutes } minute. Shall we go on?
       *[other] We have been looking for { $minutes } minutes. Shall we go on?
    }

search-lapsed = You did not answer, so we have stopped looking. Come back whenever you like.

still-waiting = Still looking. You will get a message here as soon as we find somebody.

still-waiting-said = We are still looking for somebody, so nobody has read that. You will get a message here as soon as we find somebody.

search-cancelled = We have stopped looking. Come back whenever you like.

not-searching = You are not in a chat, and we are not looking for one.

## In a chat

paired = You are now talking to <b>{ $partner }</b>. Say hello!
paired-again = You two have met before, and both of you wanted to meet again. You are now talking to <b>{ $partner }</b>.
card-bio = They say: <i>{ $bio }</i>
card-interests = You both like: { $interests }
card-languages = You both speak: { $languages }
paired-hint = /next ends this chat and finds somebody else. /stop just ends it. /topic gives you both something to talk about.

topic = <b>A question for you both:</b> { $question }

confirm-share = Swap names with <b>{ $partner }</b>? They will see <b>{ $handle }</b> on { $platform }, but only if they agree to show you theirs. Once you have swapped, it can't be taken back.
no-handle = You have no username to swap. Set one in your app first, then try again.
share-waits = All right. <b>{ $partner }</b> has been told that you would like to swap names. Nobody sees a name until both agree.
share-offered = <b>{ $partner }</b> would like to swap names with you: you would see theirs, and they would see yours. You don't have to.
shared = You have swapped names. <b>{ $partner }</b> is <b>{ $handle }</b> on { $platform }.

in-room = You are in a chat with <b>{ $partner }</b>. What you write goes to them. /next finds somebody else, /stop ends the chat.

confirm-next = You are in a chat with <b>{ $partner }</b>. End it and look for somebody else?

staying = You are still in your chat with <b>{ $partner }</b>.

room-quiet = You and <b>{ $partner }</b> have been quiet for a while. The chat is still open: write something to go on, or find somebody else with /next.

## The end of a chat

you-left = You have left your chat with <b>{ $partner }</b>.

partner-left = <b>{ $partner }</b> has left the chat.

partner-gone = <b>{ $partner }</b> can't be reached any more, so the chat is over.

room-expired = Nobody has written in your chat with <b>{ $partner }</b> for a day, so we have closed it.

farewell = Your chat with <b>{ $partner }</b> is over.
farewell-rated-up = You gave them a thumbs up. They are not told.
farewell-rated-down = You gave them a thumbs down. They are not told.
farewell-again = You would like to meet them again. If they say the same within a day, we can bring you two together once more; otherwise they are never told.

confirm-block = Block <b>{ $partner }</b>? You two will never meet here again, and that can't be undone. They are not told.

blocked = Your chat with <b>{ $partner }</b> is over, and you two will never meet here again. They only know that the chat is over.

nobody-to-block = You are not in a chat, so there is nobody to block. After a chat you have 15 minutes: tap "{ button-block }" under our message that it is over.

never-mind = All right, nothing has changed.

nobody-listens = You are not in a chat, so nobody has read that. Shall we find somebody to talk to?

room-is-over = Your chat with <b>{ $partner }</b> is over, so they have not seen that.

reply-to-ended = You replied to a message from an earlier chat, so we did not send it. To say it to your partner now, write it without replying.

## Being forgotten

confirm-forget =
    <b>Shall we forget you?</b>
    Your account, answers and settings go, and your chat or search ends; what stays are keyed hashes: of pairs that were blocked, and for about eight days of what we have handled.

    You can come back whenever you like, as somebody new.

forgotten = Done, we have forgotten you. Take care. To come back as somebody new, send /start.

## Taking a message back

retracted = We are taking that message back from your partner.

cannot-retract = That message can't be taken back. It has to be your own, from this chat, and no more than two days old.

how-to-retract = To take a message back, delete it if you are on Discord; on Telegram, reply to it with /delete. Your partner's copy disappears.

## Before something goes that could give somebody away

ask-consent-file = This file may name you: documents often say who wrote them. Your partner has not seen it. Send it as it is?
ask-consent-place = This tells your partner exactly where the place is, and perhaps where you are. They have not seen it. Send it?
consent-given = All right, we are sending it to your partner.
consent-refused = All right, your partner will not see it.

## What can't be carried

refused-contact = Contacts can't be sent here: they would give away who somebody is. Your partner has not seen yours.
refused-story = Stories can't be sent here: they would give away whose they are. Your partner has not seen yours.
refused-game = Games can't be sent here. Your partner has not seen yours.
refused-invoice = Invoices can't be sent here. Your partner has not seen yours.
refused-paid-media = Paid photos and videos can't be sent here. Your partner has not seen yours.
refused-giveaway = Giveaways can't be sent here. Your partner has not seen yours.
refused-checklist = Checklists can't be sent here. Your partner has not seen yours.
refused-unknown = This kind of message can't be sent here. Your partner has not seen yours.

media-unwanted = <b>{ $partner }</b> does not want to see photos, videos and GIFs, so we have not sent yours. Say it in words instead.

file-refused-too-large = Your file is too large: up to { $megabytes } MB can be sent here. Your partner has not seen it. Try a smaller one.
file-refused-too-slow = Your file took too long to fetch, so we have given up on it. Your partner has not seen it. Send it again in a while.
file-refused-unreadable = Your file is damaged, or not what it says it is. Your partner has not seen it. Try to save it anew and send that.
file-refused-too-complex = Your file has more pixels or frames than we can go through. Your partner has not seen it. Try a smaller one.
file-refused-cannot-be-cleaned = We can't make sure that this kind of file says nothing about you, so your partner has not seen it. Send it as a photo, a video or text.
file-refused-gone = Your file is not on your platform's servers any more. Your partner has not seen it. Send it again.

not-delivered-rejected = One of your messages could not be delivered: your partner's app would not take it. You could try to say it in another way.
not-delivered-expired = One of your messages could not be delivered for a whole day, so we have given up on it. Your partner has not seen it.
not-delivered-unknown = We can't tell whether one of your messages arrived. If your partner does not seem to have seen it, send it again.

our-fault = Something went wrong on our side, and what you just did had no effect. Please try again.

old-button = That button is out of date. /help shows what you can do.

## Information

help =
    <b>Passerby</b>
    Chat one to one with a stranger. Neither of you learns who the other is.

    /find – { command-find }
    /next – { command-next }
    /stop – { command-stop }
    /block – { command-block }
    /delete – { command-delete }
    /topic – { command-topic }
    /share – { command-share }
    /settings – { command-settings }
    /language – { command-language }
    /rules – { command-rules }
    /privacy – { command-privacy }
    /forgetme – { command-forgetme }
    /help – { command-help }

    Messages from us begin with { $mark }. Your partner cannot write that sign, so you always know who is speaking.

    Who runs this service: { $operator }

rules =
    <b>The rules</b>
    • Adults only. If somebody seems to be under 18, end the chat.
    • Be kind. No threats, no hatred, no harassment. "No" means no.
    • No spam, no advertising, no begging, no scams.
    • Nothing illegal, and nothing sexual that involves minors, ever.
    • No personal data of other people: no names, numbers, addresses or pictures.

    Think twice before you tell a stranger who you are, and never send money.
    You can leave at any time with /stop, without a word. With /block you never meet that person again. If somebody breaks the rules, write to: { $operator }

privacy =
    <b>What your partner sees</b>
    What you write, send, edit and react to, a name that we make up for each chat, what you say about yourself in your settings, and the interests and languages you two share. If you are on Discord, also that you are typing. Never your account, unless you both agree to swap names.

    <b>What we keep, and how long</b>
    • Your account: its id as a keyed hash, to recognise you, and its address, encrypted, to reach you. Your answers and settings, encrypted where they are in your own words; the thumbs you were given; the day you first came; how far we have read your chat. All of it until you send /forgetme.
    • Your messages: encrypted, until they are delivered, for a day at most. What waits for your yes: a quarter of an hour.
    • Files: never. We fetch them from your platform when we pass them on, and take out what they say about you, except from documents that we ask you about first.
    • Which message is which, and your reactions, encrypted: until the chat ends, for two days at most.
    • Who talked to whom: until 15 minutes after the chat ends. A keyed hash of the two, so that you meet new people first, and that you asked to meet again: for a day.
    • Your name, encrypted, if you offer to swap it: until the chat ends.
    • Keyed hashes that tell us what we have already handled: about eight days.
    • Who must never meet again, because one blocked the other: a keyed hash of the two accounts, without end, also after /forgetme.
    • How long people wait, counted by what they look for: two hours. Counts, and a log of when chats begin and end, without names: 30 days at most.
    • If you say that you are under 18: a keyed hash of your account, for one day. Nothing else.

    <b>Who else can read along</b>
    Telegram and Discord can, because your messages pass through them. Whoever runs this service can, while the server is passing them on. There is no end-to-end encryption here, so keep real secrets out of it. Questions: { $operator }

## Buttons

button-adult = I am 18 or over and accept the rules
button-minor = I am under 18
button-woman = Woman
button-man = Man
button-other = Other
button-unsaid = Rather not say
button-women = Women
button-men = Men
button-others = Others
button-anyone = Anyone
button-cancel = Cancel
button-find = Find somebody
button-end-and-find = End it and look for somebody else
button-stay = Stay
button-block = Block
button-block-yes = Yes, block them
button-block-no = Don't block
button-forget-yes = Yes, forget me
button-forget-no = Don't forget me
button-media-spoiler = Hidden until I tap them
button-media-open = Shown at once
button-media-refused = Not at all
button-retract = Take a message back
button-send = Send it
button-do-not-send = Don't send it
button-change-gender = Who I am
button-change-seeking = Who I look for
button-change-languages = Languages
button-change-interests = Interests
button-change-bio = About me
button-change-platform = Platform
button-change-media = Pictures, videos
button-change-switches = While I chat
button-back = Back
button-more-interests = More
button-own-interest = My own
button-write-bio = Write something
button-rewrite-bio = Write it anew
button-clear-bio = Delete it
button-platform-any = Anywhere
button-platform-same = On my platform
button-platform-other = On the other platform
button-protects = Protect what I send
button-mutes-reactions = Don't show me reactions
button-mutes-typing = Don't show me typing
button-language = Language
button-widen = Anyone is fine
button-keep-waiting = Go on looking
button-thumb-up = 👍
button-thumb-down = 👎
button-again = Meet again
button-share-yes = Yes, if they do too
button-share-no = No
button-share-too = Swap names

prompt-bio-title = About you
prompt-bio-label = Your partner sees this
prompt-bio-placeholder = A few words, no names or links
prompt-interest-title = What you like to talk about
prompt-interest-label = An interest, in a word or two
prompt-interest-placeholder = For instance: board games

## The platforms' menus and profiles

command-start = Begin, or begin again
command-find = Find somebody to talk to
command-next = End this chat and find somebody else
command-stop = End this chat, or stop looking
command-block = End this chat and never meet this person again
command-delete = Take a message back: reply to it with this
command-settings = Change who you are, who you look for, and how you chat
command-topic = Get a question for you both to talk about
command-share = Swap names with your partner, if you both agree
command-language = Choose the language we speak with you
command-forgetme = Delete what we know about you
command-help = What you can do here, and who runs it
command-rules = The rules, in short
command-privacy = What we keep about you, and how long

profile-description =
    Chat one to one with a stranger, on Telegram or on Discord. Neither of you learns who the other is.

    For adults only. Messages are forgotten once they are delivered. Send /start to begin.

profile-short-description = Chat one to one with a stranger. Anonymous, across Telegram and Discord. 18+
