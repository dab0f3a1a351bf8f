"""Whether the pictures that a result was made of are whole themselves."""

from pathlib import Path

from rendermanager.core.frames import FrameRange
from rendermanager.core.output import Finding, Original
from rendermanager.core.source import SourceKind
from rendermanager.media.kinds import kind_of
from rendermanager.media.sequences import is_pattern, sequence_at
from rendermanager.media.stills import is_complete
from rendermanager.media.trouble import quoted


def cut_off(original: Original | None) -> list[Finding]:
    """A warning about pictures of the source that end too early. Blocks on the disk.

    ffmpeg reads such a picture without a word and leaves black what is missing. It is no error:
    many viewers show files that lack their last bytes, and some programs write none.
    """
    if original is None:
        return []
    path = Path(original.path)
    try:
        found = sequence_at(path) if is_pattern(path) else None
        if found is not None:
            files = zip(found.numbers(), found.files(), strict=True)
            cut = [number for number, file in files if is_complete(file) is False]
        elif kind_of(path) is SourceKind.IMAGE:
            cut = [0] if is_complete(path) is False else []
        else:
            cut = []
    except (OSError, ValueError):
        # It was there to be rendered; what became of it since is not for the result to say.
        return []
    if not cut:
        return []
    name = quoted(path)
    if found is None:
        return [Finding(f"Its source {name} is cut off.", fatal=False)]
    what = f"{len(cut)} pictures" if len(cut) > 1 else "A picture"
    are = "are" if len(cut) > 1 else "is"
    message = f"{what} of its source {name} {are} cut off: {FrameRange.of(cut)}."
    return [Finding(message, fatal=False)]
