"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, and the older encodings."""

from __future__ import annotations

import codecs
import re

import attrs

_MARKS = (  # the longer ones first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"SQLite format 3\x00": "a database",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
}
_TAR = slice(257, 262)  # where a header of POSIX.1-1988 or later says b"ustar"
_NULLS = bytes(8)  # so many in a row are padding; a single one may be an accident
_SAMPLE = 65_536  # bytes that are looked at to tell text from binary data, and one encoding from another
_MAX_CONTROL = 0.05  # share of control characters above which a file is no text
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
# What Western European text in Windows-1252 has beside ASCII: letters, quotation marks, dashes, currency signs.
_WESTERN = re.compile("[\x00-\x7f\u00a0-\u00ff‘’‚“”„–—…•€™œŒšŠžŽŸ‹›†]*")
_MAX_WESTERN = 0.15  # share of bytes outside ASCII; text in another script has far more
# What pages mean, and browsers read, where they name one of these (https://encoding.spec.whatwg.org/#names-and-labels).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


@attrs.frozen(kw_only=True)
class Decoded:
    """Attributes:
    text: the content; a byte order mark is left out, line ends stay as they are.
    encoding: Python's name of the encoding.
    declared: whether the bytes themselves say so (a mark, or valid UTF-8); otherwise it was detected.
    damaged: how many characters could not be decoded and stand as U+FFFD.
    """

    text: str
    encoding: str
    declared: bool = True
    damaged: int = 0


def binary_kind(data: bytes) -> str:
    """What kind of binary file begins with these bytes ("a PDF document"), or "" where they may be text."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if data[_TAR] == b"ustar":
        return "a tar archive"
    sample = data[:_SAMPLE]
    if not sample or _mark(sample) or _utf_16(sample):
        return ""
    if _NULLS in sample:
        return "binary data"
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return "binary data" if control > _MAX_CONTROL * len(sample) else ""


def decode(data: bytes, *, declared: str = "") -> Decoded | None:
    """Decode a file's bytes, or None where they are no text.

    Args:
        declared: encoding that the format itself names (an HTML page's meta element), used where the bytes are not
            UTF-8.
    """
    if binary_kind(data):
        return None
    mark = _mark(data)
    if mark:
        return _with_damage(data[len(mark[0]) :], mark[1])
    wide = _utf_16(data[:_SAMPLE])
    if wide:
        return attrs.evolve(_with_damage(data, wide), declared=False)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        first_error = error.start
    mended = data.decode("utf-8", "replace")
    damaged = mended.count("\ufffd")
    start = mended[:1_000_000]
    broken = start.count("\ufffd")
    others = sum(character > "\x7f" for character in start) - broken
    # UTF-8 with a few broken bytes: in an older encoding, bytes that are valid together are the exception.
    if others > broken or (damaged == 1 and first_error >= len(data) - 3 and others > 0):
        return Decoded(text=mended, encoding="utf-8", damaged=damaged)
    encoding = _known(declared) or _detect(data, first_error)
    return None if not encoding else attrs.evolve(_with_damage(data, encoding), declared=False)


def _mark(data: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def _utf_16(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return ""
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if zeros[1] > 0.6 * half and zeros[0] < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.6 * half and zeros[1] < 0.1 * half else ""


def _with_damage(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text=text, encoding=encoding, damaged=max(1, text.count("\ufffd")))


def _known(name: str) -> str:
    """The name of a text encoding that Python knows, or ""."""
    try:
        encoding = codecs.lookup(name.strip()).name if name else ""
        b"a".decode(encoding or "ascii")
    except (LookupError, ValueError, AttributeError):  # unknown; or a codec such as base64, which is no text encoding
        return ""
    return "" if encoding == "utf-8" else _SUPERSETS.get(encoding, encoding)


def _detect(data: bytes, first_error: int) -> str:
    sample = data[:_SAMPLE] + data[max(_SAMPLE, first_error - 256) : first_error + _SAMPLE]
    outside = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if outside <= _MAX_WESTERN * len(sample):
        try:
            if _WESTERN.fullmatch(sample.decode("cp1252")):
                return "cp1252"
        except UnicodeDecodeError:
            pass  # a byte that Windows-1252 leaves undefined
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else ""
