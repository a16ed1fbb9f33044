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
    • Your account: its id as a keyed hash, to recognise you, and its address, encrypted, to reach you. Your answers and settings, encrypted where they are in your own words; the language of your app; the thumbs you were given; the day you first came; how far we have read your chat. All of it until you send /forgetme.
    • Your messages: encrypted, until they are delivered, for a day at most. What waits for your yes: a quarter of an hour.
    • Files: never. We fetch them from your platform when we pass them on, and take out what they say about you, except from documents that we ask you about first.
    • Which message is which, and your reactions, encrypted: until the chat ends, for two days at most.
    • Who talked to whom: until 15 minutes after the chat ends. A keyed hash of the two, so that you meet new people first and can still block, what we called you, and that you asked to meet again: for a day.
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
button-rewrite-bio = Rewrite it
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
button-share-back = Take it back
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
