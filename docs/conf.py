"""How Sphinx makes the site of these pages: `make site`, or `python -m sphinx -nW --keep-going docs DIR`.

Sphinx with MyST, since MkDocs has had no release since August 2024. All warnings are errors: a link, an anchor or a
picture that leads nowhere, and a page that no list of contents names. No intersphinx and no theme from elsewhere:
neither the build nor the built pages ask anything of a network.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent

project = "careo"
author = "the authors of careo"
release = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]  # type: ignore[index]

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
nitpicky = True
language = "en"
myst_heading_anchors = 4

html_theme = "alabaster"
html_title = f"careo {release}"
html_static_path = ["_static"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "description": "News reports in many languages, side by side",
    "fixed_sidebar": True,
    "page_width": "1120px",
    "sidebar_width": "250px",
    "font_family": "system-ui, sans-serif",
    "head_font_family": "system-ui, sans-serif",
    "show_powered_by": False,
    "show_relbars": False,
}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
