"""What it takes to install nexrender: the pinned set, npm's script, and npm's words in ours."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rendermanager.config.resources import resource

FILES: Final = ("package.json", "package-lock.json")
"""They name every package with its exact version and the hash of what has to arrive."""
_NPM: Final = ("npm", "bin", "npm-cli.js")


@dataclass(frozen=True, slots=True)
class _Trouble:
    pattern: str
    message: str
    hint: str


_TROUBLES: Final[Sequence[_Trouble]] = (
    _Trouble(
        r"\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT"
        r"|ERR_SOCKET_TIMEOUT|FETCH_ERROR|ERR_INVALID_URL)\b",
        "The packages could not be fetched: there is no way to npm's registry.",
        "Check the connection, and the proxy in npm's settings; then try again.",
    ),
    _Trouble(
        r"\b(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|DEPTH_ZERO_\w+)\b",
        "The packages could not be fetched: the registry's certificate is not trusted here.",
        "Ask whoever looks after your network for the setting “cafile” of npm.",
    ),
    _Trouble(
        r"\b(?:E401|E403|ENEEDAUTH)\b",
        "The packages could not be fetched: npm's registry refuses access.",
        "Check npm's settings; then try again.",
    ),
    _Trouble(
        r"\bEINTEGRITY\b",
        "A package is not the one that was tested, so nothing was installed.",
        "Empty npm's cache with “npm cache clean --force” and try again; if it stays, tell us.",
    ),
    _Trouble(
        r"\b(?:E404|ETARGET)\b",
        "npm's registry does not have a package that is needed.",
        "If npm is set to a registry of your own, let that fetch the packages first.",
    ),
    _Trouble(
        r"\b(?:ENOSPC|EDQUOT)\b",
        "The disk is full.",
        "nexrender takes about 110 MB; make room and try again.",
    ),
    _Trouble(
        r"\b(?:EACCES|EPERM|EROFS)\b",
        "A folder may not be written to.",
        "See npm's own words below for its name, and change its permissions.",
    ),
)


def pinned_files() -> list[Path]:
    """The files that say what is installed.

    Raises:
        FileNotFoundError: Our own installation lacks them.
    """
    return [resource("nexrender", name) for name in FILES]


def npm_scripts(
    node: Path, on_path: Path | None, resolve: Callable[[Path], Path] = Path.resolve
) -> Iterator[Path]:
    """Where npm's script for node may lie; its shell scripts are never run.

    Args:
        node: The node that is going to run it.
        on_path: ``npm`` as found on ``PATH``, or None.
        resolve: Follows links.
    """
    if on_path is not None and resolve(on_path).suffix == ".js":
        yield resolve(on_path)
    for binary in (node, resolve(node)):
        yield binary.parent.joinpath("node_modules", *_NPM)
        yield binary.parent.parent.joinpath("lib", "node_modules", *_NPM)
        yield binary.parent.parent.joinpath("share", "nodejs", *_NPM)


def install_command(node: Path, npm: Path) -> list[str]:
    """The program call that installs what the lock names into its working folder."""
    quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    # Scripts of packages would run with the person's rights; none is needed.
    return [str(node), str(npm), "ci", "--ignore-scripts", *quiet]


def failure_of(said: str) -> tuple[str, str]:
    """What went wrong and what to do, from npm's words."""
    for trouble in _TROUBLES:
        if re.search(trouble.pattern, said):
            return trouble.message, trouble.hint
    return "npm could not install nexrender.", "See npm's own words below."


def last_words(said: str, lines: int = 6) -> str:
    """The end of what npm said, without the noise."""
    kept = [line.strip() for line in said.splitlines() if line.strip()]
    kept = [line for line in kept if "A complete log of this run" not in line]
    return "\n".join(kept[-lines:])
