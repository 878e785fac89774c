"""Texts on their way into markup."""

import html


def escape(text: str) -> str:
    """Return a text as markup that shows it; not for the value of an attribute.

    The function of ``xml.sax`` of that name loads what asks the network for files.
    """
    return html.escape(text, quote=False)
