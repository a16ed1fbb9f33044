## Settings

settings =
    <b>Tus ajustes</b>
    Eres: { $gender }
    Te gustaría hablar con: { $seeking }
    Hablas: { $languages }
    Te gusta: { $interests }
    Sobre ti: { $bio }
    Dónde puede estar la otra persona: { $platform }
    Fotos y videos de la otra persona: { $media }

    Toca lo que quieras cambiar. Si estamos buscando a alguien, vale desde ya; si estás en un chat, el chat sigue.

nothing = –
list-comma = {", "}

settings-gender = ¿Quién eres? Si prefieres no decirlo, conoces a personas abiertas a cualquiera.

settings-seeking = ¿Con quién te gustaría hablar? Toca tantas opciones como quieras; para quitar la última, toca antes otra.

settings-languages = ¿Qué idiomas hablas? Primero buscamos a personas que comparten alguno contigo. Si no eliges ninguno, contamos con el idioma de tu app o con el que usamos contigo.
settings-languages-full = ¿Qué idiomas hablas? Cinco es el máximo: para elegir otro, toca antes uno de los tuyos para quitarlo.

settings-interests = ¿De qué te gusta hablar? Elige hasta cinco temas. La otra persona solo ve los que ambas tienen en común.

settings-bio =
    <b>Sobre ti</b>
    { $bio }

    La otra persona lo ve cuando empieza un chat.

settings-bio-none = Puedes decir algo sobre ti, en 200 caracteres como máximo. La otra persona lo ve cuando empieza un chat. No pongas tu nombre ni enlaces.

settings-platform = ¿Dónde puede estar la otra persona?

settings-switches =
    <b>Mientras chateas</b>
    ✓ significa que está activado. Lo que proteges no se puede reenviar ni guardar en Telegram; Discord no tiene nada parecido.

ask-words-bio = Responde a este mensaje con unas palabras sobre ti, 200 caracteres como máximo. No pongas tu nombre ni enlaces.
ask-words-interest = Responde a este mensaje con algo de lo que te guste hablar, 24 caracteres como máximo.

words-refused-bio = No quedó nada después de quitar enlaces y nombres, así que no ha cambiado nada. Prueba con otras palabras.
words-refused-interest = No podemos aceptar eso como interés. Prueba con una o dos palabras, sin enlaces ni nombres.

words-left-out = Quitamos un enlace, un nombre o un número con el que se te podría encontrar.

interests-full = Ya tienes cinco intereses. Toca uno de ellos para quitarlo primero.

ask-locale = ¿En qué idioma quieres que te hablemos?

locale-set = De acuerdo, te hablaremos en español.

settings-media = ¿Cómo quieres ver las fotos, los videos y los GIF de personas desconocidas?

media-spoiler = ocultos hasta que los tocas
media-open = a la vista
media-refused = de ninguna manera

gender-woman = mujer
gender-man = hombre
gender-other = otro género
gender-unsaid = sin especificar
gender-unanswered = sin responder todavía

seeking-women = mujeres
seeking-men = hombres
seeking-others = otros géneros
seeking-anyone = cualquiera
seeking-unanswered = sin responder todavía

platform-any = en cualquier parte
platform-same = en tu misma plataforma
platform-other = en la otra plataforma

name-telegram = Telegram
name-discord = Discord

## What people like to talk about

interest-music = música
interest-films = cine
interest-series = series
interest-books = libros
interest-games = juegos
interest-anime = anime
interest-art = arte
interest-photography = fotografía
interest-cooking = cocina
interest-travel = viajes
interest-sports = deporte
interest-fitness = fitness
interest-nature = naturaleza
interest-animals = animales
interest-science = ciencia
interest-technology = tecnología
interest-history = historia
interest-languages = idiomas
interest-psychology = psicología
interest-fashion = moda
interest-memes = memes
interest-writing = escritura
interest-dancing = baile
interest-football = fútbol
