"""One self-contained page for a story, to read, check, send and print; it asks the network for nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from careo.model.inferred import Dossier
from careo.model.made import UNSAID, Manifest
from careo.render.page.layout import sheet
from careo.render.page.proof import proof
from careo.render.sealing.manifest import block
from careo.render.sealing.seal import BLANK, MARKER, as_json, seal
from careo.render.wording.speech import Tongue, speech


def page(dossier: Dossier, *, version: str, tongue: Tongue = "en", manifest: Manifest = UNSAID) -> str:
    """Return a story's page as HTML, its interface in one language: the same dossier and version, the same characters.

    Args:
        dossier: what is shown.
        version: of careo.
        tongue: what the page itself is in.
        manifest: how the dossier was made.

    Raises:
        AnchorError: where a text, hash or quotation of the dossier does not fit what points at it.
        NotFound: where one of its records names a record that it lacks.
    """
    environment = _environment(tongue)
    laid_out = sheet(dossier, speech(tongue))
    body = environment.get_template("body.html.j2").render(
        sheet=laid_out, version=version, proof=proof(dossier, manifest, version, speech(tongue))
    )
    style, script = _resource("page.css") + "\n" + _resource("map.css"), _resource("page.js")
    whole = environment.get_template("page.html.j2").render(
        title=laid_out.heading.whole,
        tongue=tongue,
        version=version,
        policy=_policy(style, script),
        digest=MARKER.format(BLANK),
        style=style,
        script=script,
        body=body,
        manifest=as_json(block(dossier, manifest, version)),
    )
    return seal(whole)


@cache
def _environment(tongue: Tongue) -> Environment:
    environment = Environment(
        loader=PackageLoader("careo.render.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(_=speech(tongue).markup, many=speech(tongue).many)
    return environment


def _resource(name: str) -> str:
    return files("careo.render.page").joinpath(name).read_text(encoding="utf-8")


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
