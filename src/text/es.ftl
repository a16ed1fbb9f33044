# Everything that people read, in Spanish. What each message is for stands in en.ftl.

## First contact

welcome =
    <b>Te damos la bienvenida a Passerby.</b>
    Aquí chateas de uno a uno con una persona desconocida que puede estar en Telegram o en Discord. Ninguna de las dos personas llega a saber quién es la otra.

    Esto es solo para personas adultas. Las reglas son pocas: sé amable, nada de spam, nada ilegal y nada de datos personales de otra gente. Puedes leerlas completas con /rules, y lo que guardamos sobre ti con /privacy.

    ¿Tienes 18 años o más y aceptas las reglas?

ask-gender =
    <b>Dos preguntas rápidas y puedes empezar.</b>
    La otra persona no ve estas respuestas. Las usamos solo para encontrar a personas que se buscan entre sí.

    ¿Quién eres?

ask-seeking = ¿Con quién te gustaría hablar?

profile-ready =
    <b>Es todo lo que necesitamos saber.</b>
    Eres: { $gender }
    Te gustaría hablar con: { $seeking }

    Puedes cambiarlo cuando quieras con /settings.

under-age =
    Gracias por decir la verdad. Passerby es solo para personas de 18 años o más, así que no puedes chatear aquí.
    Hemos borrado tus respuestas. Si tocaste el botón equivocado, puedes volver a empezar dentro de un día.

welcome-back =
    <b>Qué bueno verte de nuevo.</b>
    Ahora mismo no estás en ningún chat. ¿Buscamos a alguien con quien hablar?

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

settings-gender = ¿Quién eres?

settings-seeking = ¿Con quién te gustaría hablar? Toca tantas opciones como quieras.

settings-languages = ¿Qué idiomas hablas? Primero buscamos a personas que comparten alguno contigo.

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
gender-unsaid = sin decir
gender-unanswered = sin responder todavía

seeking-women = mujeres
seeking-men = hombres
seeking-others = otras personas
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

## Searching

waiting = Buscamos a alguien con quien puedas hablar… Te escribiremos aquí en cuanto aparezca.

# Numbers of minutes: 0 is less than one.
waiting-so-far =
    { $minutes ->
        [one] Llevas { $minutes } minuto esperando.
        [many] Llevas { $minutes } de minutos esperando.
       *[other] Llevas { $minutes } minutos esperando.
    }
waiting-looking =
    { $people ->
        [one] También busca { $people } persona más.
        [many] También buscan { $people } de personas más.
       *[other] También buscan { $people } personas más.
    }
waiting-estimate =
    { $minutes ->
        [0] En la última hora, la mitad de quienes buscaban lo mismo esperó menos de un minuto.
        [one] En la última hora, la mitad de quienes buscaban lo mismo no esperó más de { $minutes } minuto.
        [many] En la última hora, la mitad de quienes buscaban lo mismo no esperó más de { $minutes } de minutos.
       *[other] En la última hora, la mitad de quienes buscaban lo mismo no esperó más de { $minutes } minutos.
    }
waiting-widened-shared-interest = Ahora también buscamos a personas que no comparten tus intereses.
waiting-widened-common-language = Ahora también buscamos a personas que no comparten tus idiomas.
waiting-widened-new-partner = Ahora también buscamos entre quienes has conocido en el último día.
waiting-anyone = Como te da igual quién, esta vez buscamos sin mirar tus preferencias.

waited = Hemos encontrado a alguien para ti.

ask-still-there =
    { $minutes ->
        [one] Llevamos { $minutes } minuto buscando. ¿Seguimos?
        [many] Llevamos { $minutes } de minutos buscando. ¿Seguimos?
       *[other] Llevamos { $minutes } minutos buscando. ¿Seguimos?
    }

search-lapsed = No respondiste, así que hemos dejado de buscar. Vuelve cuando quieras.

still-waiting = Seguimos buscando. Te escribiremos aquí en cuanto encontremos a alguien.

still-waiting-said = Todavía estamos buscando a alguien, así que nadie ha leído eso. Te escribiremos aquí en cuanto encontremos a alguien.

search-cancelled = Hemos dejado de buscar. Vuelve cuando quieras.

not-searching = No estás en ningún chat y tampoco estamos buscando uno.

## In a chat

paired = Ahora hablas con <b>{ $partner }</b>. ¡Saluda!
paired-again = Ya se conocían y ambas personas querían volver a encontrarse. Ahora hablas con <b>{ $partner }</b>.
card-bio = Dice de sí: <i>{ $bio }</i>
card-interests = Gustos en común: { $interests }
card-languages = Idiomas en común: { $languages }
paired-hint = /next termina este chat y busca a otra persona. /stop solo lo termina. /topic les da a las dos personas algo de lo que hablar.

topic = <b>Una pregunta para ustedes:</b> { $question }

confirm-share = ¿Intercambiar nombres con <b>{ $partner }</b>? Verá <b>{ $handle }</b> en { $platform }, pero solo si acepta mostrarte el suyo. Una vez hecho el intercambio, no se puede deshacer.
no-handle = No tienes un nombre de usuario que intercambiar. Ponte uno en tu app y vuelve a intentarlo.
share-waits = De acuerdo. Le hemos dicho a <b>{ $partner }</b> que te gustaría intercambiar nombres. Nadie ve ningún nombre hasta que ambas personas acepten.
share-offered = <b>{ $partner }</b> quiere intercambiar nombres contigo: verías el suyo y vería el tuyo. No tienes que hacerlo.
shared = Han intercambiado nombres. <b>{ $partner }</b> es <b>{ $handle }</b> en { $platform }.

in-room = Estás en un chat con <b>{ $partner }</b>. Lo que escribes le llega. /next busca a otra persona, /stop termina el chat.

confirm-next = Estás en un chat con <b>{ $partner }</b>. ¿Lo terminamos y buscamos a otra persona?

staying = Sigues en tu chat con <b>{ $partner }</b>.

room-quiet = Tú y <b>{ $partner }</b> llevan un rato en silencio. El chat sigue abierto: escribe algo para continuar o busca a otra persona con /next.

## The end of a chat

you-left = Has salido de tu chat con <b>{ $partner }</b>.

partner-left = <b>{ $partner }</b> ha salido del chat.

partner-gone = Ya no podemos comunicarnos con <b>{ $partner }</b>, así que el chat ha terminado.

room-expired = Nadie ha escrito en tu chat con <b>{ $partner }</b> en un día entero, así que lo hemos cerrado.

farewell = Tu chat con <b>{ $partner }</b> ha terminado.
farewell-rated-up = Le diste un pulgar arriba. No lo sabrá.
farewell-rated-down = Le diste un pulgar abajo. No lo sabrá.
farewell-again = Te gustaría volver a encontrar a esta persona. Si dice lo mismo dentro de un día, podremos reunirles otra vez; si no, nunca lo sabrá.

confirm-block = ¿Bloquear a <b>{ $partner }</b>? Nunca más se encontrarán aquí, y eso no se puede deshacer. No se lo diremos.

blocked = Tu chat con <b>{ $partner }</b> ha terminado y nunca más se encontrarán aquí. La otra persona solo sabe que el chat ha terminado.

nobody-to-block = No estás en ningún chat, así que no hay a quién bloquear. Después de un chat tienes 15 minutos: toca «{ button-block }» bajo nuestro mensaje de que ha terminado.

never-mind = De acuerdo, no ha cambiado nada.

nobody-listens = No estás en ningún chat, así que nadie ha leído eso. ¿Buscamos a alguien con quien hablar?

room-is-over = Tu chat con <b>{ $partner }</b> ha terminado, así que no ha visto eso.

reply-to-ended = Respondiste a un mensaje de un chat anterior, así que no lo hemos enviado. Para decírselo a la persona con quien hablas ahora, escríbelo sin responder.

## Being forgotten

confirm-forget =
    <b>¿Quieres que te olvidemos?</b>
    Tu cuenta, tus respuestas y tus ajustes se borran, y tu chat o tu búsqueda termina; lo que queda son hashes con clave: de las parejas en las que hubo un bloqueo y, durante unos ocho días, de lo que hemos procesado.

    Puedes volver cuando quieras, como alguien nuevo.

forgotten = Hecho, te hemos olvidado. Cuídate. Para volver como alguien nuevo, envía /start.

## Taking a message back

retracted = Estamos retirando ese mensaje del chat de la otra persona.

cannot-retract = Ese mensaje no se puede retirar. Tiene que ser tuyo, de este chat, y no tener más de dos días.

how-to-retract = Para retirar un mensaje, bórralo si estás en Discord; en Telegram, respóndele con /delete. La copia de la otra persona desaparece.

## Before something goes that could give somebody away

ask-consent-file = Este archivo podría llevar tu nombre: los documentos suelen decir quién los escribió. La otra persona no lo ha visto. ¿Lo enviamos tal como está?
ask-consent-place = Esto le dice a la otra persona exactamente dónde está el lugar, y quizá dónde estás tú. No lo ha visto. ¿Lo enviamos?
consent-given = De acuerdo, se lo enviamos a la otra persona.
consent-refused = De acuerdo, la otra persona no lo verá.

## What can't be carried

refused-contact = Aquí no se pueden enviar contactos: revelarían quién es alguien. La otra persona no ha visto el tuyo.
refused-story = Aquí no se pueden enviar historias: revelarían de quién son. La otra persona no ha visto la tuya.
refused-game = Aquí no se pueden enviar juegos. La otra persona no ha visto el tuyo.
refused-invoice = Aquí no se pueden enviar facturas. La otra persona no ha visto la tuya.
refused-paid-media = Aquí no se pueden enviar fotos ni videos de pago. La otra persona no ha visto los tuyos.
refused-giveaway = Aquí no se pueden enviar sorteos. La otra persona no ha visto el tuyo.
refused-checklist = Aquí no se pueden enviar listas de tareas. La otra persona no ha visto la tuya.
refused-unknown = Aquí no se puede enviar este tipo de mensaje. La otra persona no ha visto el tuyo.

media-unwanted = <b>{ $partner }</b> no quiere ver fotos, videos ni GIF, así que no hemos enviado lo tuyo. Dilo con palabras.

file-refused-too-large = Tu archivo es demasiado grande: aquí se pueden enviar hasta { $megabytes } MB. La otra persona no lo ha visto. Prueba con uno más pequeño.
file-refused-too-slow = Tu archivo tardó demasiado en llegar, así que lo hemos dejado. La otra persona no lo ha visto. Envíalo otra vez dentro de un rato.
file-refused-unreadable = Tu archivo está dañado o no es lo que dice ser. La otra persona no lo ha visto. Intenta guardarlo de nuevo y enviar eso.
file-refused-too-complex = Tu archivo tiene más píxeles o fotogramas de los que podemos revisar. La otra persona no lo ha visto. Prueba con uno más pequeño.
file-refused-cannot-be-cleaned = No podemos asegurar que este tipo de archivo no diga nada sobre ti, así que la otra persona no lo ha visto. Envíalo como foto, video o texto.
file-refused-gone = Tu archivo ya no está en los servidores de tu plataforma. La otra persona no lo ha visto. Envíalo otra vez.

not-delivered-rejected = No se pudo entregar uno de tus mensajes: la app de la otra persona no lo aceptó. Podrías intentar decirlo de otra manera.
not-delivered-expired = No se pudo entregar uno de tus mensajes durante un día entero, así que lo hemos dejado. La otra persona no lo ha visto.
not-delivered-unknown = No podemos saber si uno de tus mensajes llegó. Si parece que la otra persona no lo ha visto, envíalo otra vez.

our-fault = Algo falló de nuestro lado, y lo que acabas de hacer no tuvo efecto. Inténtalo otra vez, por favor.

old-button = Ese botón ya no vale. /help muestra lo que puedes hacer.

## Information

help =
    <b>Passerby</b>
    Chatea de uno a uno con una persona desconocida. Ninguna de las dos personas llega a saber quién es la otra.

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

    Nuestros mensajes empiezan con { $mark }. La otra persona no puede escribir ese signo, así que siempre sabes quién habla.

    Quién administra este servicio: { $operator }

rules =
    <b>Las reglas</b>
    • Solo personas adultas. Si alguien parece tener menos de 18 años, termina el chat.
    • Sé amable. Nada de amenazas, odio ni acoso. «No» significa no.
    • Nada de spam, publicidad, pedir dinero ni estafas.
    • Nada ilegal, y nunca nada sexual que involucre a menores.
    • Nada de datos personales de otra gente: ni nombres, ni números, ni direcciones, ni fotos.

    Piénsalo dos veces antes de decirle a alguien que no conoces quién eres, y nunca envíes dinero.
    Puedes irte en cualquier momento con /stop, sin decir nada. Con /block no vuelves a encontrar a esa persona nunca más. Si alguien rompe las reglas, escribe a: { $operator }

privacy =
    <b>Lo que ve la otra persona</b>
    Lo que escribes, envías, editas y tus reacciones, un nombre que inventamos para cada chat, lo que dices sobre ti en tus ajustes, y los intereses e idiomas que tienen en común. Si estás en Discord, también que estás escribiendo. Nunca tu cuenta, a menos que ambas personas acepten intercambiar nombres.

    <b>Lo que guardamos, y cuánto tiempo</b>
    • Tu cuenta: su id como hash con clave, para reconocerte, y su dirección, cifrada, para poder escribirte. Tus respuestas y ajustes, cifrados cuando están en tus propias palabras; los pulgares que recibiste; el día en que llegaste; hasta dónde hemos leído tu chat. Todo ello hasta que envíes /forgetme.
    • Tus mensajes: cifrados, hasta que se entregan, un día como máximo. Lo que espera tu sí: un cuarto de hora.
    • Archivos: nunca. Los tomamos de tu plataforma al pasarlos y les quitamos lo que dicen sobre ti, salvo a los documentos por los que te preguntamos antes.
    • Qué mensaje corresponde a cuál, y tus reacciones, cifrado: hasta que termina el chat, dos días como máximo.
    • Quién habló con quién: hasta 15 minutos después de que termina el chat. Un hash con clave de la pareja, para que primero conozcas a gente nueva, y si pediste volver a encontrarse: un día.
    • Tu nombre, cifrado, si ofreces intercambiarlo: hasta que termina el chat.
    • Hashes con clave que nos dicen lo que ya hemos procesado: unos ocho días.
    • Quiénes no deben volver a encontrarse, porque alguien bloqueó: un hash con clave de ambas cuentas, sin fecha de fin, también después de /forgetme.
    • Cuánto espera la gente, contado según lo que busca: dos horas. Recuentos, y un registro de cuándo empiezan y terminan los chats, sin nombres: 30 días como máximo.
    • Si dices que tienes menos de 18 años: un hash con clave de tu cuenta, durante un día. Nada más.

    <b>Quién más puede leer</b>
    Telegram y Discord pueden, porque tus mensajes pasan por ellos. Quien administra este servicio puede, mientras el servidor los está pasando. Aquí no hay cifrado de extremo a extremo, así que no cuentes secretos de verdad. Preguntas: { $operator }

## Buttons

button-adult = Tengo 18 o más y acepto las reglas
button-minor = Tengo menos de 18
button-woman = Mujer
button-man = Hombre
button-other = Otro
button-unsaid = Prefiero no decirlo
button-women = Mujeres
button-men = Hombres
button-others = Otras personas
button-anyone = Cualquiera
button-cancel = Cancelar
button-find = Buscar a alguien
button-end-and-find = Terminarlo y buscar a otra persona
button-stay = Quedarme
button-block = Bloquear
button-block-yes = Sí, bloquear
button-block-no = No bloquear
button-forget-yes = Sí, olvídenme
button-forget-no = No me olviden
button-media-spoiler = Ocultos hasta que los toque
button-media-open = A la vista
button-media-refused = De ninguna manera
button-retract = Retirar un mensaje
button-send = Enviarlo
button-do-not-send = No enviarlo
button-change-gender = Quién soy
button-change-seeking = A quién busco
button-change-languages = Idiomas
button-change-interests = Intereses
button-change-bio = Sobre mí
button-change-platform = Plataforma
button-change-media = Fotos, videos
button-change-switches = Mientras chateo
button-back = Volver
button-more-interests = Más
button-own-interest = Otro mío
button-write-bio = Escribir algo
button-rewrite-bio = Escribirlo de nuevo
button-clear-bio = Borrarlo
button-platform-any = En cualquier parte
button-platform-same = En mi plataforma
button-platform-other = En la otra plataforma
button-protects = Proteger lo que envío
button-mutes-reactions = No mostrarme reacciones
button-mutes-typing = No mostrarme que escribe
button-language = Idioma
button-widen = Me da igual quién
button-keep-waiting = Seguir buscando
button-thumb-up = 👍
button-thumb-down = 👎
button-again = Otra vez
button-share-yes = Sí, si también acepta
button-share-no = No
button-share-too = Intercambiar nombres

prompt-bio-title = Sobre ti
prompt-bio-label = La otra persona lo ve
prompt-bio-placeholder = Unas palabras, sin nombres ni enlaces
prompt-interest-title = De qué te gusta hablar
prompt-interest-label = Un interés, en una o dos palabras
prompt-interest-placeholder = Por ejemplo: juegos de mesa

## The platforms' menus and profiles

command-start = Empezar, o empezar de nuevo
command-find = Buscar a alguien con quien hablar
command-next = Terminar este chat y buscar a otra persona
command-stop = Terminar este chat, o dejar de buscar
command-block = Terminar este chat y no volver a encontrar nunca a esta persona
command-delete = Retirar un mensaje: respóndele con esto
command-settings = Cambiar quién eres, a quién buscas y cómo chateas
command-topic = Recibir ambas personas una pregunta de la que hablar
command-share = Intercambiar nombres, si ambas personas aceptan
command-language = Elegir el idioma en que te hablamos
command-forgetme = Borrar lo que sabemos de ti
command-help = Qué puedes hacer aquí y quién lo administra
command-rules = Las reglas, en breve
command-privacy = Qué guardamos sobre ti y cuánto tiempo

profile-description =
    Chatea de uno a uno con una persona desconocida, en Telegram o en Discord. Ninguna de las dos personas llega a saber quién es la otra.

    Solo para personas adultas. Los mensajes se olvidan en cuanto se entregan. Envía /start para empezar.

profile-short-description = Chatea de uno a uno con alguien que no conoces. Anónimo, entre Telegram y Discord. 18+
