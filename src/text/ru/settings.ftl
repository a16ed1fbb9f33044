## Settings

settings =
    <b>Ваши настройки</b>
    Вы: { $gender }
    С кем хотите поговорить: { $seeking }
    Вы говорите на языках: { $languages }
    Вам нравится: { $interests }
    О вас: { $bio }
    Где может быть собеседник: { $platform }
    Фото и видео от собеседника: { $media }

    Нажмите на то, что хотите изменить. Если идёт поиск, это подействует сразу; чат, в котором вы находитесь, продолжится.

nothing = –
list-comma = {", "}

settings-gender = Кто вы? Если не хотите говорить, встретите тех, кто открыт для всех.

settings-seeking = С кем вы хотели бы поговорить? Можно выбрать несколько вариантов; чтобы убрать последний, сначала выберите другой.

settings-languages = На каких языках вы говорите? Сначала мы ищем тех, у кого с вами есть общий язык. Если не выбрать ни одного, мы возьмём язык вашего приложения или тот, на котором пишем вам.
settings-languages-full = На каких языках вы говорите? Можно выбрать не больше пяти: чтобы добавить другой, сначала уберите один, нажав на него.

settings-interests = О чём вы любите поговорить? Выберите до пяти тем. Собеседник видит только те, которые у вас общие.

settings-bio =
    <b>О вас</b>
    { $bio }

    Собеседник видит это, когда чат начинается.

settings-bio-none = Можно рассказать что-нибудь о себе, до 200 символов. Собеседник видит это, когда чат начинается. Без имени и ссылок.

settings-platform = Где может быть ваш собеседник?

settings-switches =
    <b>Во время чата</b>
    ✓ значит «включено». То, что вы защищаете, нельзя переслать или сохранить в Telegram; в Discord ничего подобного нет.

ask-words-bio = Ответьте на это сообщение парой слов о себе, не больше 200 символов. Без имени и ссылок.
ask-words-interest = Ответьте на это сообщение: о чём вы любите поговорить? Не больше 24 символов.

words-refused-bio = Когда мы убрали ссылки и имена, от этого ничего не осталось, поэтому ничего не изменилось. Попробуйте другими словами.
words-refused-interest = Такой интерес мы принять не можем. Попробуйте одно-два слова, без ссылок и имён.

words-left-out = Мы убрали ссылку, имя или номер, по которым вас могли бы найти.

interests-full = У вас уже пять интересов. Сначала уберите один: нажмите на него.

ask-locale = На каком языке нам с вами говорить?

locale-set = Хорошо, будем говорить с вами по-русски.

settings-media = Как вы хотите видеть фото, видео и GIF от незнакомых людей?

media-spoiler = скрыты до нажатия
media-open = видны сразу
media-refused = не показывать вовсе

gender-woman = женщина
gender-man = мужчина
gender-other = другое
gender-unsaid = не указано
gender-unanswered = ещё нет ответа

seeking-women = женщины
seeking-men = мужчины
seeking-others = другие
seeking-anyone = кто угодно
seeking-unanswered = ещё нет ответа

platform-any = где угодно
platform-same = на той же платформе, что и вы
platform-other = на другой платформе

name-telegram = Telegram
name-discord = Discord

## What people like to talk about

interest-music = музыка
interest-films = кино
interest-series = сериалы
interest-books = книги
interest-games = игры
interest-anime = аниме
interest-art = искусство
interest-photography = фотография
interest-cooking = кулинария
interest-travel = путешествия
interest-sports = спорт
interest-fitness = фитнес
interest-nature = природа
interest-animals = животные
interest-science = наука
interest-technology = технологии
interest-history = история
interest-languages = языки
interest-psychology = психология
interest-fashion = мода
interest-memes = мемы
interest-writing = творчество
interest-dancing = танцы
interest-football = футбол
