"""The pictures of the page in these documents, taken from the demo collection: `make pictures`.

Small ones, of the light page at one width, so that they can be compared when the page changes. Whoever changes the page
takes them anew and looks at each; what a picture shows is told in the text beside it, and in its description (`alt`).
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent / "img"
WIDTH = 960
"""Of the window, in CSS pixels: no line of the page is cut, and a picture stays below 150 kB."""
_LAID_OUT = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [style];
}"""
"""What is far off the screen has only a guessed height. The page's policy allows no style element."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what it is called, where on the page it begins, and how much of it it takes at most."""

    name: str
    selector: str
    height: int
    whole: bool = False
    """Whether it takes the first such place that is no higher, instead of the first one's upper part."""


PICTURES = (
    Picture("glance", "#glance", 620),
    Picture("differences", "#differences", 620),
    Picture("timeline", "#timeline", 620),
    Picture("map", "#map", 640),
    Picture("claim", "#claims article.claim", 880, whole=True),
    Picture("coverage", "#coverage", 560),
)


def take(page_file: Path, folder: Path) -> tuple[Path, ...]:
    """Write every picture of a page into a folder and return their files.

    Raises:
        LookupError: if the page has no such place any more.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 800}, color_scheme="light")
        page.goto(page_file.absolute().as_uri())
        page.evaluate(_LAID_OUT)
        taken = tuple(_take(page, one, folder / f"{one.name}.png") for one in PICTURES)
        browser.close()
    return taken


def _take(page: Page, picture: Picture, file: Path) -> Path:
    boxes = [one.bounding_box() for one in page.locator(picture.selector).all()[:40]]
    high = picture.height if picture.whole else float("inf")
    box = next((one for one in boxes if one and one["height"] <= high), None)
    if box is None:
        raise LookupError(f"nothing on the page is {picture.selector}; mend PICTURES in docs/pictures.py")
    height = min(picture.height, box["height"])
    top = box["y"] + page.evaluate("window.scrollY")
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": top, "width": WIDTH, "height": height})
    return file


def main(arguments: list[str]) -> int:
    """Take the pictures of the page named, else of the demo's."""
    for file in take(Path(arguments[0] if arguments else "demo/dossier.html"), HERE):
        print(f"{file.stat().st_size // 1000:4d} kB  {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
