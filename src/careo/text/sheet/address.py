"""One form for the addresses of one page: what leads to the same report is the same address."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|mc_\w+|pk_\w+|ns_\w+|xtor|fbclid|gclid|dclid|msclkid|igshid|ref|ref_src|cmpid|ito|smid|share|source|amp"
    r"|output|print|printer|outputtype",
    re.IGNORECASE,
)
_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_END = re.compile(r"(?:/(?:amp|index\.\w{3,5}|print))?/*$|\.amp(?=\.html?$)", re.IGNORECASE)


def normal_address(url: str | None) -> str | None:
    """Return host and path of an address, without what tells only how it was reached; `None` for a bare host.

    The scheme, `www.` and `m.`, the fragment, tracking fields, and endings for print and phones go.
    """
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = _HOST.sub("", parts.hostname.lower())
    path = _END.sub("", parts.path)
    kept = sorted(field for field in parse_qsl(parts.query) if not _TRACKING.fullmatch(field[0]))
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{path}{query}" if path or query else None
