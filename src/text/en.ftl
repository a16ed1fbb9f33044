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
    Your partner is not shown your answers. We use them only to find people who are looking for each other.

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
    Pictures and videos from your partner: { $media }

    Tap what you want to change. A chat you are in goes on as it is.

settings-gender = Who are you?

settings-seeking = Who would you like to talk to?

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
seeking-anyone = anyone
seeking-unanswered = not answered yet

## Searching

waiting = Looking for somebody to talk to… You will get a message here as soon as we find them.

still-waiting = Still looking. You will get a message here as soon as we find somebody.

still-waiting-said = We are still looking for somebody, so nobody has read that. You will get a message here as soon as we find somebody.

search-cancelled = We have stopped looking. Come back whenever you like.

not-searching = You are not in a chat, and we are not looking for one.

## In a chat

paired =
    You are now talking to <b>{ $partner }</b>. Say hello!
    /next ends this chat and finds somebody else. /stop just ends it.

in-room = You are in a chat with <b>{ $partner }</b>. What you write goes to them. /next finds somebody else, /stop ends the chat.

confirm-next = You are in a chat with <b>{ $partner }</b>. End it and look for somebody else?

staying = You are still in your chat with <b>{ $partner }</b>.

room-quiet = You and <b>{ $partner }</b> have been quiet for a while. The chat is still open: write something to go on, or find somebody else with /next.

## The end of a chat

you-left = You have left your chat with <b>{ $partner }</b>.

partner-left = <b>{ $partner }</b> has left the chat.

partner-gone = <b>{ $partner }</b> can't be reached any more, so the chat is over.

room-expired = Nobody has written in your chat with <b>{ $partner }</b> for a day, so we have closed it.

confirm-block = Block <b>{ $partner }</b>? You two will never meet here again, and that can't be undone. They are not told.

blocked = Your chat with <b>{ $partner }</b> is over, and you two will never meet here again. They only know that the chat is over.

nobody-to-block = You are not in a chat, so there is nobody to block. After a chat you have 15 minutes: tap "Block" under our message that it is over.

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
    /settings – { command-settings }
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
    You can leave at any time with /stop, without a word. With /block you never meet that person again. If somebody breaks the rules, write to { $operator }.

privacy =
    <b>What your partner sees</b>
    What you write, send, edit and react to, and a name that we make up for each chat. If you are on Discord, also that you are typing. Never your account.

    <b>What we keep, and how long</b>
    • Your account: its id as a keyed hash, to recognise you, and its address, encrypted, to reach you.
    • Your answers, the day you first came, and how far we have read your chat.
    • Both until you send /forgetme. Questions: { $operator }.
    • Your messages: encrypted, until they are delivered, for a day at most. What waits for your yes: a quarter of an hour.
    • Files: never. We fetch them from your platform when we pass them on, and take out what they say about you, except from documents that we ask you about first.
    • Which message is which, and your reactions, encrypted: until the chat ends, for two days at most.
    • Who talked to whom: until 15 minutes after the chat ends.
    • Keyed hashes that tell us what we have already handled: about eight days.
    • Who must never meet again, because one blocked the other: a keyed hash of the two accounts, without end, also after /forgetme.
    • Counts, and a log of when chats begin and end, without names: 30 days at most.
    • If you say that you are under 18: a keyed hash of your account, for one day. Nothing else.

    <b>Who else can read along</b>
    Telegram and Discord can, because your messages pass through them. Whoever runs this service can, while the server is passing them on. There is no end-to-end encryption here, so keep real secrets out of it.

## Buttons

button-adult = I am 18 or over and accept the rules
button-minor = I am under 18
button-woman = Woman
button-man = Man
button-other = Other
button-unsaid = Rather not say
button-women = Women
button-men = Men
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
button-change-media = Pictures, videos: { $media }
button-change-gender = I am: { $gender }
button-change-seeking = I look for: { $seeking }

## The platforms' menus and profiles

command-start = Begin, or begin again
command-find = Find somebody to talk to
command-next = End this chat and find somebody else
command-stop = End this chat, or stop looking
command-block = End this chat and never meet this person again
command-delete = Take a message back: reply to it with this
command-settings = Change who you are, who you look for, and how you see pictures
command-forgetme = Delete what we know about you
command-help = What you can do here, and who runs it
command-rules = The rules, in short
command-privacy = What we keep about you, and how long

profile-description =
    Chat one to one with a stranger, on Telegram or on Discord. Neither of you learns who the other is.

    For adults only. Messages are forgotten once they are delivered. Send /start to begin.

profile-short-description = Chat one to one with a stranger. Anonymous, across Telegram and Discord. 18+
