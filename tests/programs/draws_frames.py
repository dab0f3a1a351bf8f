"""A renderer of numbered PNGs: draws_frames.py FOLDER NUMBERS [MODE]; it prints what it saves.

NUMBERS are joined by commas. MODE is ``fails N`` (at that frame), ``waits PATH`` (until that file
is there), ``holds PATH`` (the same, but only at frame 3 and later), ``halts PATH`` (in the middle
of the frame after three, until that file is there), ``stumbles PATH`` (fails there, unless that
file is there), ``breaks PATH`` (fails at frame 3 and later, unless that file is there),
``doubts WORD`` (says that this is not lit, and draws on), or nothing.
"""

import struct
import sys
import time
import zlib
from pathlib import Path

SIZE = 32
WHOLE = 3


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(number: int) -> bytes:
    """A picture that no other frame looks like."""
    rows = b"".join(
        b"\0" + bytes((x * 7 + y * 3 + number * 5) % 256 for x in range(SIZE) for _ in range(3))
        for y in range(SIZE)
    )
    head = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def main(folder: str, numbers: str, mode: str = "", argument: str = "") -> None:
    for drawn, number in enumerate(map(int, filter(None, numbers.split(",")))):
        path = Path(folder) / f"frame_{number:04d}.png"
        if drawn == WHOLE and mode in ("halts", "stumbles") and not Path(argument).exists():
            path.write_bytes(png(number)[:-40])
            print("half a frame", flush=True)
            if mode == "stumbles":
                sys.exit(f"frame {number} cannot be drawn")
            while not Path(argument).exists():
                time.sleep(0.01)
        waits = mode == "waits" or (mode == "holds" and number >= WHOLE)
        while waits and not Path(argument).exists():
            time.sleep(0.01)
        breaks = mode == "breaks" and number >= WHOLE and not Path(argument).exists()
        if breaks or (mode == "fails" and argument in (str(number), "all")):
            sys.exit(f"frame {number} cannot be drawn")
        if mode == "doubts":
            print(f"{argument} is not lit", flush=True)
        path.write_bytes(png(number))
        print(f"saved {number}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
