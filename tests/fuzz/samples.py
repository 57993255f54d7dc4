"""A few good files of each format, small, to begin from: media type and bytes."""

import json

from tests.readers.make_pdf import make_pdf

TEXT = "De brug bij de molen is sinds maandag 9 maart 2021 dicht voor alle verkeer, meldt de provincie."
MORE = "Bron: De Dijkbode, 8 maart 2021. Lees ook: „Storm” over de dijk; 1.500 mensen."
HTML = (
    "<!DOCTYPE html><html lang=nl><head><meta charset=utf-8><title>Brug dicht - De Dijkbode</title>"
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Brug dicht","datePublished":"2021-03-09",'
    '"articleBody":"' + TEXT + '","liveBlogUpdate":[{"headline":"9 uur","articleBody":"x"}]}</script>'
    '<meta property="article:published_time" content="2021-03-09T10:00:00Z"><link rel=canonical '
    'href="https://d.example/2021/03/09/brug"></head><body><nav><a href="/">Voorpagina</a></nav><article><h1>Brug dicht'
    f"</h1><time datetime=2021-03-09>9 maart 2021</time><p>{TEXT}</p><p>{MORE}</p><aside class=newsletter>Schrijf in"
    f"</aside><figure><figcaption>De brug</figcaption></figure></article><noscript>{TEXT}</noscript></body></html>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>De Dijkbode</title><language>nl</language><item><title>Brug</title><link>https://d.example/a</link>"
    f"<pubDate>Tue, 09 Mar 2021 23:30:00 +0100</pubDate><content:encoded><![CDATA[<p>{TEXT}</p><p>{MORE} <a "
    'href="https://d.example/a">Lees meer</a></p>]]></content:encoded></item></channel></rss>'
)
MAIL = (
    "From: =?utf-8?q?De_Dijkbode?= <a@d.example>\nSubject: =?iso-8859-1?q?Br=FCcke?=\n"
    "Date: Tue, 09 Mar 2021 23:30:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n"
    "--b1\nContent-Type: multipart/alternative; boundary=b2\n\n--b2\n"
    "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\nContent-Transfer-Encoding: quoted-printable\n\n"
    f"{TEXT} \nen=20\nverder =E2=82=AC\n-- \nDe Dijkbode\n--b2\nContent-Type: text/html; charset=utf-8\n"
    f"Content-Transfer-Encoding: base64\n\nPHA+SGFsbG88L3A+\n--b2--\n--b1\nContent-Type: message/rfc822\n\n"
    f"From: A B <c@d>\nSubject: Fwd: x\nArchived-At: <https://d.example/x>\n\n{TEXT}\n--b1--\n"
)
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://d.example/a\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; start="<r>"; boundary="bb"\n\n--bb\nContent-Type: text/html\n'
    f"Content-ID: <r>\nContent-Transfer-Encoding: 8bit\nContent-Location: https://d.example/a\n\n{HTML}\n"
    "--bb\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--bb--\n"
)
MARKDOWN = (
    '---\ntitle: "Brug"\nauthor:\n  - "[[Els Maas]]"\n  - name: Jan\ndate: 2021-03-09\nsource: https://d.example/a\n'
    'tags: [a, b]\ntext: >-\n  x\n---\n# Brug *dicht*\n\nDe **brug** [bij](https://d.example "t") de `molen`\nis '
    "dicht\\*.  \nNog &amp; ![x](y.png)[^1] [[N|m]] ==z== <br> <b>q</b>\n\n- een\n  1. twee\n\n> citaat\n> nog\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n<div><p>e</p></div>\n\nKop\n===\n\n[^1]: Noot.\n"
)
CSV = f'title;text;date;author;source;url;lang\n"Brug; dicht";"{TEXT}\n{MORE}";25/04/2021;Door Els Maas en Jan Dijk;De Dijkbode;https://d.example/a;nl\nB;<p>{MORE}</p>;03/04/2021;;;;\n'
ITEM = {
    "uri": "https://d.example/a", "type": "text", "headlines": [{"role": "main", "value": "Brug"}],
    "bodies": [{"contentType": "text/html", "value": f"<p>{TEXT}</p>"}], "by": "Door Els Maas", "pubStatus": "usable",
    "versionCreated": "2021-03-09T10:00:00Z", "infosources": [{"name": "ANP"}], "language": "nl",
}  # fmt: skip
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#p", "name": "De Dijkbode"},
        {"@type": ["NewsArticle"], "headline": {"@value": "Brug"}, "articleBody": TEXT, "publisher": {"@id": "#p"},
         "author": [{"name": "Els Maas"}], "datePublished": "2021-03-09", "mainEntityOfPage": {"@id": "https://d.example/a"}},
    ],
}  # fmt: skip
ROWS = {"articles": [{"title": "Brug", "content": TEXT, "publishedAt": "03/04/2021", "source": {"name": "D"}}]}
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": "D",
    "items": [{"id": "1", "title": "Brug", "content_html": f"<p>{TEXT}</p>", "date_published": "2021-03-09T10:00:00Z"}],
}  # fmt: skip


def _json(*values: object) -> list[bytes]:
    return [json.dumps(value).encode() for value in values]


SAMPLES: dict[str, tuple[str, list[bytes]]] = {
    "text": ("text/plain", [TEXT.encode() + b"\r\n\r\nx", MORE.encode("utf-16"), f"{MORE}\n".encode("cp1252") * 9]),
    "pdf": ("application/pdf", [make_pdf([(72, 700, 20, "Brug dicht"), (72, 650, 11, TEXT)], info="/Title (Brug)")]),
    "markdown": ("text/markdown", [MARKDOWN.encode()]),
    "html": ("text/html", [HTML.encode(), HTML.replace("utf-8", "cp1252").encode("cp1252")]),
    "mhtml": ("multipart/related", [MHTML.encode()]),
    "mail": ("message/rfc822", [MAIL.encode()]),
    "feed": ("application/rss+xml", [RSS.encode()]),
    "jsonfeed": ("application/feed+json", _json(JSON_FEED)),
    "csv": ("text/csv", [CSV.encode(), CSV.replace(";", "\t").encode("utf-8-sig")]),
    "json": ("application/json", _json(ITEM, LINKED, ROWS, [ITEM], ROWS["articles"][0])),
    "jsonl": ("application/jsonl", [b"\n".join(_json(ITEM, ROWS["articles"][0]))]),
}  # fmt: skip
