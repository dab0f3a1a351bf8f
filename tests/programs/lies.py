"""A program that ends with exit code 0 whatever it did: `lies.py KIND TARGET [SAMPLE]`."""

import os
import shutil
import sys
from pathlib import Path

kind, target = sys.argv[1], Path(sys.argv[2])
sample = Path(sys.argv[3]) if len(sys.argv) > 3 else None
content = sample.read_bytes() if sample is not None and sample.is_file() else b""
print("Progress: 100%")
if kind == "write":
    target.write_bytes(content)
elif kind == "half":
    target.write_bytes(content[: len(content) // 2])
elif kind == "empty":
    target.write_bytes(b"")
elif kind == "page":
    target.write_text("<html>502 Bad Gateway</html>", encoding="utf-8")
elif kind == "hole":
    middle = len(content) * 2 // 5
    target.write_bytes(content[:middle] + bytes(20_000) + content[middle + 20_000 :])
elif kind == "noise":
    middle = len(content) // 2
    target.write_bytes(content[:middle] + bytes(range(1, 256)) * 40 + content[middle + 10_200 :])
elif kind == "touch":
    os.utime(target.parent)
elif kind == "copy" and sample is not None:
    shutil.copytree(sample, target, dirs_exist_ok=True)
elif kind == "some" and sample is not None:
    for path in sorted(sample.iterdir())[:10]:
        shutil.copyfile(path, target / path.name)
elif kind == "folder":
    target.mkdir()
elif kind != "nothing":
    sys.exit(f"there is no lie {kind}")
