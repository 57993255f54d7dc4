"""What a newsletter has around its text, and what a subject line has before it, in seven languages.

A line of mailing matter speaks of the message and not of the world: how to leave the list, see it in a browser,
or why one gets it. It is short and says so in set phrases.
"""

import re

from careo.text.normalise import fold

_LONGEST = 400
_SHORT = 90
_PHRASES = (
    # en
    "unsubscribe", "view in browser", "view this email", "view it in your browser", "view online", "read in browser",
    "email not displaying", "manage your preferences", "manage preferences", "email preferences",
    "update your preferences", "update profile", "you are receiving this", "you received this", "you're receiving this",
    "this email was sent to", "this message was sent to", "forward to a friend", "forwarded this email",
    "forwarded this newsletter", "add us to your address book", "mailing list", "opt out of",
    # de
    "abbestellen", "im browser ansehen", "im browser anzeigen", "im browser lesen", "browser offnen", "online ansehen",
    "sie erhalten diese", "sie bekommen diese", "newsletter abmelden", "vom newsletter abmelden", "hier abmelden",
    "falls diese e-mail nicht", "wird diese e-mail nicht", "einstellungen verwalten", "diese e-mail wurde an",
    # nl
    "uitschrijven", "afmelden", "bekijk in browser", "bekijk in je browser", "bekijk in uw browser", "bekijk online",
    "bekijk deze e-mail", "bekijk de webversie", "u ontvangt deze", "je ontvangt deze", "deze e-mail is verzonden",
    "webversie",
    # es
    "darse de baja", "darte de baja", "date de baja", "cancelar suscripcion", "cancelar la suscripcion",
    "cancelar tu suscripcion", "anular la suscripcion", "ver en el navegador", "ver en navegador",
    "ver en tu navegador",
    "recibe este correo", "recibes este correo", "recibes este boletin", "recibe este boletin",
    "este correo fue enviado", "este mensaje fue enviado",
    # pt
    "cancelar a inscricao", "cancelar inscricao", "cancelar assinatura", "cancelar a assinatura",
    "deixar de receber", "ver no navegador", "visualizar no navegador", "abrir no navegador", "ver no browser",
    "voce recebeu este", "voce esta recebendo", "recebeu este e-mail", "este e-mail foi enviado",
    # fr
    "se desabonner", "vous desabonner", "desinscrire", "desinscription", "desabonnement", "voir dans le navigateur",
    "voir dans votre navigateur", "afficher dans le navigateur", "version en ligne", "version web",
    "vous recevez cet", "vous recevez ce", "cet e-mail a ete envoye", "ce message a ete envoye",
    # it
    "annulla l'iscrizione", "annulla iscrizione", "cancella l'iscrizione", "cancellare l'iscrizione", "disiscriv",
    "disiscrizione", "annullare l'iscrizione", "visualizza nel browser", "apri nel browser", "leggi nel browser",
    "versione web", "ricevi questa", "ricevi questo", "hai ricevuto questa", "questa e-mail e stata inviata",
)  # fmt: skip
_MATTER = re.compile("|".join(rf"(?<!\w){re.escape(phrase)}" for phrase in _PHRASES))
_MAIL = re.compile(r"e-?mail|newsletter|browser|nieuwsbrief|boletin|boletim|correo|list\b|navega|infolettre|hier\b")
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|wtr|rv|tr|enc|i|doorst|doorgestuurd|inoltra?)\s*:\s*", re.IGNORECASE)
_ANSWER = re.compile(r"\s*(?:re|aw|sv|antw|res|r)\s*:\s*", re.IGNORECASE)


def is_mailing_matter(text: str) -> bool:
    """Tell whether a paragraph of a newsletter speaks of the newsletter itself.

    A short line needs one set phrase; a longer one a word for the message besides.
    """
    if len(text) > _LONGEST:
        return False
    plain = fold(text).replace("’", "'")
    return bool(_MATTER.search(plain)) and (len(text) <= _SHORT or bool(_MAIL.search(plain)))


def without_forwarding(subject: str) -> tuple[str, bool]:
    """Return a subject without the marks mail programs put before it, and whether one says it was forwarded."""
    forwarded = False
    while match := _FORWARDED.match(subject) or _ANSWER.match(subject):
        forwarded |= _FORWARDED.match(subject) is not None
        subject = subject[match.end() :]
    return subject.strip(), forwarded
