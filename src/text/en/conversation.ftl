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
    Your partner is not shown these answers. We use them only to find people who are looking for each other. If you would rather not say, you meet people who are open to anyone.

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
waiting-widened-common-language = We now also look for people who may not speak your language.
waiting-widened-new-partner = We now also look among people you may have met before.
waiting-anyone = As you said that anyone is fine, we look beyond all your wishes this time.

waited = We have found somebody for you.
search-over = This search is over.

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
paired-hint = /next ends this chat and finds somebody else. /stop just ends it. /block ends it for good. /topic gives you both something to talk about.

topic = <b>A question for you both:</b> { $question }

confirm-share = Swap names with <b>{ $partner }</b>? They will see <b>{ $handle }</b> on { $platform }, but only if they agree to show you theirs. Once you have swapped, it can't be taken back.
no-handle = You have no username to swap. Set one in your app first, then try again.
share-waits = All right. <b>{ $partner }</b> has been told that you would like to swap names. Nobody sees a name until both agree.
share-withdrawn = All right, you have taken your offer back. Your name is not shown, and <b>{ $partner }</b> is not told.
share-declined = All right, no names are swapped, and <b>{ $partner }</b> is told nothing.
share-offered = <b>{ $partner }</b> would like to swap names with you: you would see theirs, and they would see yours. You don't have to.
shared = You have swapped names. <b>{ $partner }</b> is <code>{ $handle }</code> on { $platform }.

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

nobody-to-block = You are not in a chat, so there is nobody to block. After a chat you have a day: tap "{ button-block }" under our message that it is over.

never-mind = All right, nothing has changed.

nobody-listens = You are not in a chat, so nobody has read that. Shall we find somebody to talk to?

room-is-over = Your chat with <b>{ $partner }</b> is over, so they have not seen that.

reply-to-ended = You replied to a message from an earlier chat, so we did not send it. To say it to your partner now, write it without replying.

## Being forgotten

confirm-forget =
    <b>Shall we forget you?</b>
    Your account, answers and settings go, and your chat or search ends; what stays are keyed hashes: of pairs that were blocked, for a day of who met whom, and for about eight days of what we have handled.

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
file-refused-unreadable = Your file is damaged, or not what it says it is. Your partner has not seen it. Save it again and send that.
file-refused-too-complex = Your file has more pixels or frames than we can go through. Your partner has not seen it. Try a smaller one.
file-refused-cannot-be-cleaned = We can't make sure that this kind of file says nothing about you, so your partner has not seen it. Send it as a photo, a video or text.
file-refused-gone = Your file is not on your platform's servers any more. Your partner has not seen it. Send it again.

not-delivered-rejected = One of your messages could not be delivered: your partner's app would not take it. You could try to say it in another way.
not-delivered-expired = One of your messages could not be delivered for a whole day, so we have given up on it. Your partner has not seen it.
not-delivered-unknown = We can't tell whether one of your messages arrived. If your partner does not seem to have seen it, send it again.

our-fault = Something went wrong on our side, and what you just did had no effect. Please try again.

old-button = That button is out of date. /help shows what you can do.
