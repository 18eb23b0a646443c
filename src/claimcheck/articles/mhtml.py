"""A page saved with its pictures as MHTML (RFC 2557): the page's HTML, and the address that it was saved from."""

from __future__ import annotations

import email
import re

from claimcheck.articles.decoding import decode
from claimcheck.articles.markup import declared_encoding


def read_mhtml(content: str) -> tuple[str, str]:
    """The HTML of the first page in it, and its address; "" for what is missing. Frames are left out.

    The day on which the page was saved, which the header gives, is not that of its publication.
    """
    message = email.message_from_bytes(content.encode("utf-8", "surrogatepass"))
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes):
        return "", ""
    decoded = decode(data, declared=page.get_content_charset() or declared_encoding(data))
    address = "".join(str(message["Snapshot-Content-Location"] or page["Content-Location"] or "").split())
    return decoded.text if decoded else "", address if re.match(r"https?://", address) else ""
