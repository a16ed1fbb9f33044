# Everything that people read, in Spanish. What each message is for stands in en.ftl.

## First contact

welcome =
    <b>Te damos la bienvenida a Passerby.</b>
    Aquí chateas de uno a uno con una persona desconocida que puede estar en Telegram o en Discord. Ninguna de las dos personas llega a saber quién es la otra.

    Esto es solo para personas adultas. Las reglas son pocas: sé amable, nada de spam, nada ilegal y nada de datos personales de otra gente. Puedes leerlas completas con /rules, y lo que guardamos sobre ti con /privacy.

    ¿Tienes 18 años o más y aceptas las reglas?

ask-gender =
    <b>Dos preguntas rápidas y puedes empezar.</b>
    La otra persona no ve estas respuestas. Las usamos solo para encontrar a personas que se buscan entre sí. Si prefieres no decirlo, conoces a personas abiertas a cualquiera.

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
waiting-widened-common-language = Ahora también buscamos a personas que quizá no hablen tu idioma.
waiting-widened-new-partner = Ahora también buscamos entre personas que quizá ya conozcas de otro chat.
waiting-anyone = Como te da igual quién, esta vez buscamos sin mirar tus preferencias.

waited = Hemos encontrado a alguien para ti.
search-over = Esta búsqueda ha terminado.

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
paired-hint = /next termina este chat y busca a otra persona. /stop solo lo termina. /block lo termina para siempre. /topic les da a las dos personas algo de lo que hablar.

topic = <b>Una pregunta para ustedes:</b> { $question }

confirm-share = ¿Intercambiar nombres con <b>{ $partner }</b>? Verá <b>{ $handle }</b> en { $platform }, pero solo si acepta mostrarte el suyo. Una vez hecho el intercambio, no se puede deshacer.
no-handle = No tienes un nombre de usuario que intercambiar. Ponte uno en tu app y vuelve a intentarlo.
share-waits = De acuerdo. Le hemos dicho a <b>{ $partner }</b> que te gustaría intercambiar nombres. Nadie ve ningún nombre hasta que ambas personas acepten.
share-withdrawn = De acuerdo, has retirado tu oferta. Tu nombre no se muestra, y no avisamos a <b>{ $partner }</b>.
share-declined = De acuerdo, no se intercambia ningún nombre, y no le decimos nada a <b>{ $partner }</b>.
share-offered = <b>{ $partner }</b> quiere intercambiar nombres contigo: verías el suyo y vería el tuyo. No tienes que hacerlo.
shared = Han intercambiado nombres. <b>{ $partner }</b> es <code>{ $handle }</code> en { $platform }.

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

nobody-to-block = No estás en ningún chat, así que no hay a quién bloquear. Después de un chat tienes un día: toca «{ button-block }» bajo nuestro mensaje de que ha terminado.

never-mind = De acuerdo, no ha cambiado nada.

nobody-listens = No estás en ningún chat, así que nadie ha leído eso. ¿Buscamos a alguien con quien hablar?

room-is-over = Tu chat con <b>{ $partner }</b> ha terminado, así que no ha visto eso.

reply-to-ended = Respondiste a un mensaje de un chat anterior, así que no lo hemos enviado. Para decírselo a la persona con quien hablas ahora, escríbelo sin responder.

## Being forgotten

confirm-forget =
    <b>¿Quieres que te olvidemos?</b>
    Tu cuenta, tus respuestas y tus ajustes se borran, y tu chat o tu búsqueda termina; lo que queda son hashes con clave: de las parejas en las que hubo un bloqueo; durante un día, de quién conoció a quién; y durante unos ocho días, de lo que hemos procesado.

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
