"""Reads the small pictures that the media helpers have written, in the sizes they are shown in."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

from rendermanager.media.stills import PNG_MARK

ROW_WIDTH_PX: Final = 71
ROW_HEIGHT_PX: Final = 40
LARGE_PX: Final = (640, 360)
"""What is made: wide enough for the preview, and scaled down for rows."""
JPEG_MARK: Final = b"\xff\xd8"
RATIO: Final = 2.0
"""Pictures of rows are made for screens of this pixel ratio; others scale them."""


def decoded(file: Path, *, is_large: bool) -> QImage | None:
    """The picture in a file, for the preview or for a row; None when it cannot be read."""
    form = _format_of(file)
    image = _read(file, form, is_large=is_large) if form else QImage()
    if image.isNull():
        # A file that cannot be read is made again next time.
        file.unlink(missing_ok=True)
        return None
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read(file: Path, form: bytes, *, is_large: bool) -> QImage:
    reader = QImageReader(str(file))
    # Told the format, Qt asks nobody else. Asked whether a file is theirs, some readers translate
    # a sentence while Qt keeps all others waiting: where the translator is one of Python's, that
    # one waits for this thread to give the interpreter free, and this thread for its turn.
    reader.setAutoDetectImageFormat(False)
    reader.setFormat(form)
    if not is_large:
        whole = reader.size()
        if whole.isValid():
            reader.setScaledSize(_covering(whole))
    return reader.read()


def _format_of(file: Path) -> bytes:
    """Qt's name for what the media helpers write, PNG or JPEG; empty for anything else."""
    try:
        with file.open("rb") as opened:
            head = opened.read(len(PNG_MARK))
    except OSError:
        return b""
    return b"png" if head == PNG_MARK else b"jpeg" if head.startswith(JPEG_MARK) else b""


def row_image(large: QImage) -> QImage:
    """A picture for the preview as one for a row."""
    return large.scaled(
        _covering(large.size()),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def row_pixmap(image: QImage) -> QPixmap:
    """A picture of a row, ready to be painted. For the main thread."""
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(RATIO)
    return picture


def _covering(whole: QSize) -> QSize:
    box = QSize(round(ROW_WIDTH_PX * RATIO), round(ROW_HEIGHT_PX * RATIO))
    return whole.scaled(box, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
