## Settings

settings =
    <b>إعداداتك</b>
    أنت: { $gender }
    تود التحدث مع: { $seeking }
    لغاتك: { $languages }
    اهتماماتك: { $interests }
    نبذة عنك: { $bio }
    أين قد يكون شريكك: { $platform }
    الصور ومقاطع الفيديو من شريكك: { $media }

    اضغط على ما تريد تغييره. إن كنا نبحث لك عن شخص، فسيسري التغيير فورًا؛ أما المحادثة التي أنت فيها فتستمر.

nothing = –
list-comma = {"، "}

settings-gender = من أنت؟ إن فضّلت عدم القول، فستلتقي بمن يقبل أي شخص.

settings-seeking = مع من تود التحدث؟ يمكنك اختيار أكثر من خيار؛ ولإزالة الأخير اختر غيره أولًا.

settings-languages = ما اللغات التي تتحدثها؟ نبحث أولًا عن أشخاص يشاركونك إحداها. إن لم تختر أيًّا منها، نعتمد لغة تطبيقك أو اللغة التي نكتب لك بها.
settings-languages-full = ما اللغات التي تتحدثها؟ خمس لغات هي الحد الأقصى: لاختيار لغة أخرى، اضغط أولًا على إحدى لغاتك لإزالتها.

settings-interests = عن ماذا تحب التحدث؟ يمكنك اختيار ما يصل إلى خمسة اهتمامات. لا يرى شريكك إلا ما هو مشترك بينكما.

settings-bio =
    <b>نبذة عنك</b>
    { $bio }

    يرى شريكك هذا عند بدء المحادثة.

settings-bio-none = يمكنك أن تقول شيئًا عن نفسك، بما لا يزيد على 200 حرف. يراه شريكك عند بدء المحادثة. لا تكتب اسمك ولا أي روابط.

settings-platform = أين يمكن أن يكون شريكك؟

settings-switches =
    <b>أثناء المحادثة</b>
    العلامة ✓ تعني أن الخيار مفعّل. ما تحميه لا يمكن إعادة توجيهه أو حفظه على تيليجرام؛ وليس لدى ديسكورد شيء من هذا القبيل.

ask-words-bio = قم بالرد على هذه الرسالة ببضع كلمات عن نفسك، بما لا يزيد على 200 حرف. لا تكتب اسمك ولا أي روابط.
ask-words-interest = قم بالرد على هذه الرسالة بشيء تحب التحدث عنه، بما لا يزيد على 24 حرفًا.

words-refused-bio = لم يبقَ شيء بعد إزالة الروابط والأسماء، لذلك لم يتغير شيء. جرّب كلمات أخرى.
words-refused-interest = لا يمكننا قبول هذا كاهتمام. جرّب كلمة أو كلمتين، دون روابط أو أسماء.

words-left-out = أزلنا رابطًا أو اسمًا أو رقمًا يمكن العثور عليك من خلاله.

interests-full = لديك خمسة اهتمامات بالفعل. اضغط على أحدها لإزالته أولًا.

ask-locale = بأي لغة تود أن نتحدث معك؟

locale-set = حسنًا، سنتحدث معك بالعربية.

settings-media = كيف تود أن ترى الصور ومقاطع الفيديو والصور المتحركة من الغرباء؟

media-spoiler = مخفية حتى تضغط عليها
media-open = ظاهرة مباشرة
media-refused = لا تُعرض إطلاقًا

gender-woman = امرأة
gender-man = رجل
gender-other = غير ذلك
gender-unsaid = غير مذكور
gender-unanswered = لم تتم الإجابة بعد

seeking-women = نساء
seeking-men = رجال
seeking-others = آخرون
seeking-anyone = أي شخص
seeking-unanswered = لم تتم الإجابة بعد

platform-any = في أي مكان
platform-same = على منصتك نفسها
platform-other = على المنصة الأخرى

name-telegram = تيليجرام
name-discord = ديسكورد

## What people like to talk about

interest-music = موسيقى
interest-films = أفلام
interest-series = مسلسلات
interest-books = كتب
interest-games = ألعاب
interest-anime = أنمي
interest-art = فن
interest-photography = تصوير
interest-cooking = طبخ
interest-travel = سفر
interest-sports = رياضة
interest-fitness = لياقة
interest-nature = طبيعة
interest-animals = حيوانات
interest-science = علوم
interest-technology = تقنية
interest-history = تاريخ
interest-languages = لغات
interest-psychology = علم النفس
interest-fashion = أزياء
interest-memes = ميمز
interest-writing = كتابة
interest-dancing = رقص
interest-football = كرة القدم
