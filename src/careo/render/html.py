"""One self-contained page for a story, to read, check, send and print; it asks the network for nothing."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from careo.model.inferred import Dossier
from careo.render.layout import sheet
from careo.render.seal import BLANK, MARKER, seal
from careo.render.speech import Tongue, speech

_QUOTED = re.compile(r'data-at="r(\d+):(\d+):(\d+)"')
# Inside a script element these could end the text early or be read as markup; JSON knows them as escapes.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def page(dossier: Dossier, *, version: str, tongue: Tongue = "en") -> str:
    """Return a story's page as HTML, its interface in one language: the same dossier and version, the same characters.

    Raises:
        AnchorError: where a text, hash or quotation of the dossier does not fit what points at it.
        NotFound: where one of its records names a record that it lacks.
    """
    environment = _environment(tongue)
    laid_out = sheet(dossier, speech(tongue))
    body = environment.get_template("body.html.j2").render(sheet=laid_out, version=version)
    style, script = _resource("page.css"), _resource("page.js")
    whole = environment.get_template("page.html.j2").render(
        title=laid_out.title,
        tongue=tongue,
        version=version,
        policy=_policy(style, script),
        digest=MARKER.format(BLANK),
        style=style,
        script=script,
        body=body,
        evidence=_evidence(dossier, body),
    )
    return seal(whole)


@cache
def _environment(tongue: Tongue) -> Environment:
    environment = Environment(
        loader=PackageLoader("careo.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(_=speech(tongue).markup, many=speech(tongue).many)
    return environment


def _resource(name: str) -> str:
    return files("careo.render").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Allow this very style and script and nothing else: no picture, font, frame, form or connection."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _evidence(dossier: Dossier, body: str) -> str:
    """The texts, their hashes and every stretch that the body quotes, as JSON that is safe in a script."""
    places = sorted({tuple(map(int, place)) for place in _QUOTED.findall(body)})
    block = {
        "reports": [
            {"id": report.id, "label": f"r{number}", "text_sha256": report.text_sha256, "text": report.text}
            for number, report in enumerate(dossier.reports, start=1)
        ],
        "quotes": [
            [dossier.reports[number - 1].id, start, end, dossier.reports[number - 1].text[start:end]]
            for number, start, end in places
        ],
    }
    return json.dumps(block, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
