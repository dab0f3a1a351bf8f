"""Finds the files that ship with the program: icons, fonts, presets and samples."""

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def resources_root() -> Path:
    """Return the folder that holds all resources.

    An installed wheel carries them inside the package; a checkout keeps them beside it.

    Raises:
        FileNotFoundError: neither place exists, so the installation is incomplete.
    """
    candidates = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    looked = " nor ".join(str(candidate) for candidate in candidates)
    raise FileNotFoundError(
        f"Render Manager is not completely installed: neither {looked} exists. "
        "Installing it again puts the files back."
    )


def resource(*parts: str) -> Path:
    """Return the path of one resource, for example `resource("icons", "pause.svg")`.

    Raises:
        FileNotFoundError: the file is not part of this installation.
    """
    path = resources_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(
            f"Render Manager is not completely installed: {'/'.join(parts)} is missing "
            f"from {resources_root()}. Installing it again puts the file back."
        )
    return path
