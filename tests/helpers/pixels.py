"""Colours in pictures, without asking for one pixel at a time."""

from PySide6.QtGui import QImage


def colours_of(image: QImage) -> set[str]:
    """Every colour of a picture, transparency left out, as ``#RRGGBB``."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in set(pixels)}
