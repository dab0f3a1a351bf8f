"""Reads the small pictures that the media helpers have written, in the sizes they are shown in."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

ROW_WIDTH_PX: Final = 71
ROW_HEIGHT_PX: Final = 40
LARGE_PX: Final = (640, 360)
"""What is made: wide enough for the preview, and scaled down for rows."""
RATIO: Final = 2.0
"""Pictures of rows are made for screens of this pixel ratio; others scale them."""


def decoded(file: Path, *, is_large: bool) -> QImage | None:
    """The picture in a file, for the preview or for a row; None when it cannot be read."""
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    if not is_large:
        whole = reader.size()
        if whole.isValid():
            reader.setScaledSize(_covering(whole))
    image = reader.read()
    if image.isNull():
        # A file that cannot be read is made again next time.
        file.unlink(missing_ok=True)
        return None
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


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
