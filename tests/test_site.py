"""The documentation as a site: built strictly, and asking nothing of a network."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs.pictures import PICTURES

from careo.desk import Desk
from tests.lent import HONDURAS, lent

ROOT = Path(__file__).parent.parent
ASKING = re.compile(
    r"<(?:script|img|iframe|source|audio|video|embed)\b[^>]*\bsrc=\"(?:https?:)?//[^\"]*\""
    r"|<link\b(?![^>]*rel=\"canonical\")[^>]*\bhref=\"(?:https?:)?//[^\"]*\""
    r"|url\(\s*['\"]?(?:https?:)?//[^)]*\)|@import\s[^;]*//[^;]*;"
)
"""What makes a browser fetch something from another host without being clicked."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as `make site` does; any warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-nWq", "--keep-going", "-d", str(folder / "trees")]
    done = subprocess.run(
        [*command, str(ROOT / "docs"), str(folder / "html")], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


def test_every_page_is_built_and_leads_somewhere(site: Path) -> None:
    """Every document becomes a page that the contents name, without a broken link, anchor or picture."""
    pages = {page.relative_to(ROOT / "docs").with_suffix(".html") for page in (ROOT / "docs").rglob("*.md")}
    assert pages == {page for page in pages if (site / page).is_file()}
    contents = (site / "index.html").read_text(encoding="utf-8")
    assert not [page for page in pages if f'href="{page.as_posix()}"' not in contents and page.name != "index.html"]


def test_the_site_asks_nothing_of_a_network(site: Path) -> None:
    """No page, style or script fetches a font, a picture or a script from another host."""
    files = [file for file in site.rglob("*") if file.suffix in (".html", ".css", ".js")]
    asking = {str(file.relative_to(site)): ASKING.findall(file.read_text(encoding="utf-8")) for file in files}
    assert files
    assert not {name: found for name, found in asking.items() if found}


def test_every_picture_is_small_shown_and_told() -> None:
    """A picture weighs less than 150 kB, stands on a page, and its description says what can be seen in it."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    told = {
        Path(shown).name: " ".join(words.split())
        for page in pages
        for words, shown in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    pictures = {file.name: file.stat().st_size for file in (ROOT / "docs" / "img").iterdir()}
    assert set(pictures) == set(told)
    assert not [name for name, size in pictures.items() if size > 150_000]
    assert not [name for name, words in told.items() if len(words.split()) < 5]


def test_the_places_of_the_pictures_are_on_the_page(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What `make pictures` looks for on the page is there."""
    shutil.copy(lent(tmp_path_factory, HONDURAS), tmp_path / "careo.db")
    with Desk(tmp_path / "careo.db", create=False) as desk:
        page = desk.page(desk.stories()[0].id)
    ids = {re.match(r"#(\w+)", picture.selector)[1] for picture in PICTURES}  # type: ignore[index]
    assert not [name for name in ids if f'id="{name}"' not in page]
    assert '<article class="claim"' in page


def test_a_broken_link_stops_the_build(tmp_path: Path) -> None:
    """The build that passes is one that can fail: on a missing page, a missing anchor and an orphan."""
    docs = tmp_path / "docs"
    (docs / "_static").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (docs / "conf.py").write_bytes((ROOT / "docs" / "conf.py").read_bytes())
    (docs / "index.md").write_text("# One\n\n[a](missing.md) [b](#nowhere)\n", encoding="utf-8")
    (docs / "orphan.md").write_text("# Two\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-nWq", "--keep-going", str(docs), str(tmp_path / "html")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode != 0
    assert all(word in done.stderr for word in ("missing.md", "nowhere", "orphan.md"))
