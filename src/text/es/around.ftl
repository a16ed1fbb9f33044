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
    • Tu cuenta: su id como hash con clave, para reconocerte, y su dirección, cifrada, para poder escribirte. Tus respuestas y ajustes, cifrados cuando están en tus propias palabras; el idioma de tu app; los pulgares que recibiste; el día en que llegaste; hasta dónde hemos leído tu chat. Todo ello hasta que envíes /forgetme.
    • Tus mensajes: cifrados, hasta que se entregan, un día como máximo. Lo que espera tu sí: un cuarto de hora.
    • Archivos: nunca. Los tomamos de tu plataforma al pasarlos y les quitamos lo que dicen sobre ti, salvo a los documentos por los que te preguntamos antes.
    • Qué mensaje corresponde a cuál, y tus reacciones, cifrado: hasta que termina el chat, dos días como máximo.
    • Quién habló con quién: hasta 15 minutos después de que termina el chat. Un hash con clave de la pareja, para que primero conozcas a gente nueva y aún puedas bloquear, cómo les llamamos, y si pediste volver a encontrarse: un día.
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
button-others = Otros géneros
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
button-media-refused = No mostrarlos
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
button-own-interest = Uno propio
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
button-again = Hablar otra vez
button-share-yes = Sí, si también acepta
button-share-no = No
button-share-back = Retirar mi oferta
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
command-topic = Recibir una pregunta de la que hablar
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
