## Information

help =
    <b>Passerby</b>
    محادثة بينك وبين شخص غريب. لا يعرف أي منكما من هو الآخر.

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

    تبدأ رسائلنا بالعلامة { $mark }. لا يمكن لشريكك كتابة هذه العلامة، لذلك تعرف دائمًا من المتحدث.

    من يدير هذه الخدمة: { $operator }

rules =
    <b>القواعد</b>
    • للبالغين فقط. إن بدا أن أحدًا عمره أقل من 18 عامًا، فأنهِ المحادثة.
    • اللطف أولًا. لا تهديد ولا كراهية ولا مضايقة. «لا» تعني لا.
    • لا رسائل مزعجة، ولا إعلانات، ولا تسوّل، ولا احتيال.
    • لا شيء مخالفًا للقانون، ولا أي محتوى جنسي يتعلق بالقاصرين، أبدًا.
    • لا بيانات شخصية تخص أشخاصًا آخرين: لا أسماء ولا أرقام ولا عناوين ولا صور.

    فكّر مرتين قبل أن تخبر شخصًا غريبًا من أنت، ولا ترسل المال أبدًا.
    يمكنك المغادرة في أي وقت عبر /stop دون أي كلمة. وعبر /block لن تلتقي بذلك الشخص مرة أخرى أبدًا. إن خالف أحد القواعد، فراسلنا هنا: { $operator }

privacy =
    <b>ما يراه شريكك</b>
    ما تكتبه وترسله وتعدّله وتتفاعل معه، واسم نبتكره لكل محادثة، وما تقوله عن نفسك في إعداداتك، والاهتمامات واللغات المشتركة بينكما. وإن كنت على ديسكورد، فيرى أيضًا أنك تكتب. ولا يرى حسابك أبدًا، إلا إذا وافقتما معًا على تبادل الأسماء.

    <b>ما نحتفظ به، وإلى متى</b>
    • حسابك: معرّفه كقيمة تجزئة بمفتاح، لنتعرف عليك، وعنوانه مشفّرًا، لنصل إليك. إجاباتك وإعداداتك، مشفّرة حيث تكون بكلماتك أنت؛ ولغة تطبيقك؛ والإبهامات التي أُعطيت لك؛ ويوم مجيئك الأول؛ وإلى أين وصلنا في قراءة محادثتك. كل ذلك حتى ترسل /forgetme.
    • رسائلك: مشفّرة، حتى تُسلَّم، ليوم واحد على الأكثر. وما ينتظر موافقتك: ربع ساعة.
    • الملفات: لا نحتفظ بها أبدًا. نجلبها من منصتك عند تمريرها، ونزيل منها ما تقوله عنك، إلا من المستندات التي نسألك عنها أولًا.
    • أي رسالة تقابل أي رسالة، وتفاعلاتك، مشفّرة: حتى تنتهي المحادثة، ليومين على الأكثر.
    • من تحدث مع من: حتى 15 دقيقة بعد انتهاء المحادثة. وقيمة تجزئة بمفتاح للاثنين، كي تلتقي بأشخاص جدد أولًا ويبقى بإمكانك الحظر، والاسم الذي أطلقناه عليك، وكونك طلبت اللقاء مجددًا: ليوم واحد.
    • اسمك، مشفّرًا، إن عرضت تبادله: حتى تنتهي المحادثة.
    • قيم تجزئة بمفتاح تخبرنا بما عالجناه من قبل: ثمانية أيام تقريبًا.
    • من يجب ألا يلتقيا مجددًا أبدًا، لأن أحدهما حظر الآخر: قيمة تجزئة بمفتاح للحسابين، بلا نهاية، وحتى بعد /forgetme.
    • مدة انتظار الناس، محسوبة حسب ما يبحثون عنه: ساعتان. وأعداد، وسجل بأوقات بدء المحادثات وانتهائها، دون أسماء: 30 يومًا على الأكثر.
    • إن قلت إن عمرك أقل من 18 عامًا: قيمة تجزئة بمفتاح لحسابك، ليوم واحد. ولا شيء غير ذلك.

    <b>من غيرنا يمكنه القراءة</b>
    تيليجرام وديسكورد يمكنهما ذلك، لأن رسائلك تمر عبرهما. ومن يدير هذه الخدمة يمكنه ذلك، أثناء تمرير الخادم لها. لا يوجد هنا تشفير من طرف إلى طرف، فلا تكشف هنا أسرارًا حقيقية. للأسئلة: { $operator }

## Buttons

button-adult = عمري 18 أو أكثر وأقبل القواعد
button-minor = عمري أقل من 18
button-woman = امرأة
button-man = رجل
button-other = غير ذلك
button-unsaid = أفضل عدم القول
button-women = نساء
button-men = رجال
button-others = آخرون
button-anyone = أي شخص
button-cancel = إلغاء
button-find = البحث عن شخص
button-end-and-find = إنهاؤها والبحث عن شخص آخر
button-stay = البقاء
button-block = حظر
button-block-yes = نعم، حظر
button-block-no = لا تحظر
button-forget-yes = نعم، انسوني
button-forget-no = لا تنسوني
button-media-spoiler = مخفية حتى أضغط عليها
button-media-open = ظاهرة مباشرة
button-media-refused = لا تُعرض إطلاقًا
button-retract = سحب رسالة
button-send = إرسال
button-do-not-send = عدم الإرسال
button-change-gender = من أنا
button-change-seeking = عمن أبحث
button-change-languages = اللغات
button-change-interests = الاهتمامات
button-change-bio = نبذة عني
button-change-platform = المنصة
button-change-media = الصور والفيديو
button-change-switches = أثناء المحادثة
button-back = رجوع
button-more-interests = المزيد
button-own-interest = بكلماتي
button-write-bio = كتابة شيء
button-rewrite-bio = كتابتها من جديد
button-clear-bio = حذفها
button-platform-any = في أي مكان
button-platform-same = على منصتي
button-platform-other = على المنصة الأخرى
button-protects = حماية ما أرسله
button-mutes-reactions = عدم إظهار التفاعلات لي
button-mutes-typing = عدم إظهار أن شريكي يكتب
button-language = اللغة
button-widen = أي شخص مناسب
button-keep-waiting = مواصلة البحث
button-thumb-up = 👍
button-thumb-down = 👎
button-again = لقاء آخر
button-share-yes = نعم، إن وافق شريكي أيضًا
button-share-no = لا
button-share-back = التراجع عن العرض
button-share-too = تبادل الأسماء

prompt-bio-title = نبذة عنك
prompt-bio-label = يرى شريكك هذا
prompt-bio-placeholder = بضع كلمات، دون أسماء أو روابط
prompt-interest-title = ما تحب التحدث عنه
prompt-interest-label = اهتمام، في كلمة أو كلمتين
prompt-interest-placeholder = مثلًا: ألعاب الطاولة

## The platforms' menus and profiles

command-start = البدء، أو البدء من جديد
command-find = البحث عن شخص للتحدث معه
command-next = إنهاء هذه المحادثة والبحث عن شخص آخر
command-stop = إنهاء هذه المحادثة، أو إيقاف البحث
command-block = إنهاء هذه المحادثة وعدم اللقاء بهذا الشخص مرة أخرى أبدًا
command-delete = سحب رسالة: استخدمه ردًا عليها
command-settings = تغيير من أنت، وعمن تبحث، وكيف تتحدث
command-topic = الحصول على سؤال تتحدثان عنه معًا
command-share = تبادل الأسماء مع شريكك، إن وافقتما معًا
command-language = اختيار اللغة التي نتحدث بها معك
command-forgetme = حذف ما نعرفه عنك
command-help = ما يمكنك فعله هنا، ومن يدير الخدمة
command-rules = القواعد باختصار
command-privacy = ما نحتفظ به عنك، وإلى متى

profile-description =
    محادثة بينك وبين شخص غريب، على تيليجرام أو على ديسكورد. لا يعرف أي منكما من هو الآخر.

    للبالغين فقط. تُنسى الرسائل فور تسليمها. أرسل /start للبدء.

profile-short-description = محادثة مع شخص غريب، دون كشف الهوية، بين تيليجرام وديسكورد. لمن بلغوا 18 عامًا أو أكثر.
