"""Writes a text byte by byte, so that each read sees a part of a character."""

import os
import time

TEXT = "Käse, 日本語, 🎬 clip\nzweite Zeile ohne Ende: ü"
for byte in TEXT.encode():
    os.write(1, bytes([byte]))
    time.sleep(0.001)
