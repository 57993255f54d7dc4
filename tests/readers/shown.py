"""What an article shows."""

from careo.readers.base import Article


def shown(article: Article) -> list[tuple[str | None, str]]:
    """Return role and text of each paragraph."""
    return [(paragraph.role, paragraph.text) for paragraph in article.paragraphs]
