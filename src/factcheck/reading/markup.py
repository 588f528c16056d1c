"""A text in; whether it is the source of a web page, whose words are not yet told from its tags."""

from __future__ import annotations

import re

PAGES = (".html", ".htm", ".xhtml")
IS_PAGE = "this is HTML, which is not read yet"
PAGE_HINT = "save the text of the page as .txt, or copy the article out of a browser"
_BEGINNING = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def is_page(text: str, path: str = "") -> bool:
    """Whether the text begins as a page does, or its file is called one; tags within a text make none of it."""
    return path.lower().endswith(PAGES) or _BEGINNING.match(text) is not None
