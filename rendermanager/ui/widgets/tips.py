"""Text for tooltips, shown as it is: Qt would take ``<b>`` in the name of a file for markup."""

import html


def plain(text: str) -> str:
    """A tooltip that wraps its lines and takes nothing for markup; empty stays empty."""
    if not text.strip():
        return ""
    lines = (html.escape(line) for line in text.splitlines() if line)
    return f"<qt>{'<br>'.join(lines)}</qt>"
