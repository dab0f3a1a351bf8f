"""Brings the translations up to date: reads the program's texts, and compiles what was translated.

    make translate

The sentences from below the window go into resources/i18n/sentences.txt as well, one template a
line: by these the window knows them again.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from texts_below import templates
from texts_of_ui import Text, texts_of_ui

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "resources" / "i18n"
SENTENCES: Final = FOLDER / "sentences.txt"
CONTEXT: Final = "Sentence"
"""Of the sentences from below the window."""
LANGUAGES: Final = ("de",)


def all_texts() -> list[tuple[str, Text]]:
    """Every text of the program with the module it stands in, in a lasting order."""
    package = ROOT / "rendermanager"
    found = list(texts_of_ui(package))
    found += [(place, Text(CONTEXT, source)) for place, source in templates(package)]
    first: dict[Text, str] = {}
    for place, text in found:
        first.setdefault(text, place)
    return sorted(((place, text) for text, place in first.items()), key=lambda each: each[1])


def listing(texts: Iterable[tuple[str, Text]]) -> str:
    """The texts in C++, the language that lupdate reads best."""
    lines = []
    for place, text in texts:
        words = [_quoted(text.context), _quoted(text.source), _quoted(text.comment)]
        number = ["1"] if text.counts else []
        lines += [f"//: {place}", f"QCoreApplication::translate({', '.join(words + number)});"]
    return "\n".join(["void texts() {", *lines, "}", ""])


def _quoted(text: str) -> str:
    small = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{small}"'


def extract(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date; a text that is gone goes."""
    found = all_texts()
    sentences = [text.source for _, text in found if text.context == CONTEXT]
    lines = "".join(sentence.replace("\n", "\\n") + "\n" for sentence in sentences)
    (folder / SENTENCES.name).write_text(lines, encoding="utf-8", newline="\n")
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "texts.cpp"
        source.write_text(listing(found), encoding="utf-8")
        for language in LANGUAGES:
            # What stands where changes daily: line numbers would change every file each time.
            target = folder / f"rendermanager_{language}.ts"
            words = ("-no-obsolete", "-locations", "none", "-target-language", language)
            _run("pyside6-lupdate", str(source), *words, "-ts", str(target))


def compile_all(folder: Path) -> None:
    """Make the .qm files in `folder` of the .ts files there."""
    for language in LANGUAGES:
        source = folder / f"rendermanager_{language}.ts"
        made, target = source.with_suffix(".new"), source.with_suffix(".qm")
        _run("pyside6-lrelease", str(source), "-qm", str(made))
        # A window that runs has mapped the old file: written over, it would crash.
        made.replace(target)


def _run(tool: str, *words: str) -> None:
    program = shutil.which(tool, path=Path(sys.executable).parent)
    if program is None:
        raise SystemExit(f"{tool} is missing beside {sys.executable}: install PySide6 there.")
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed: {done.stderr or done.stdout}")


if __name__ == "__main__":
    extract(FOLDER)
    compile_all(FOLDER)
