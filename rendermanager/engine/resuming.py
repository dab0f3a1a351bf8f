"""Frames outlive the attempt that has made them: the next one of their task renders the others."""

import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from rendermanager.core.frames import FrameRange
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.source import SourceKind
from rendermanager.engine.kept import origin_of
from rendermanager.engine.publishing import holds, remove_folder
from rendermanager.media.kinds import kind_of
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import frame_path
from rendermanager.renderers.api import EngineVersion, RenderEngine, RenderRequest
from rendermanager.store import attempts, leftovers, queries
from rendermanager.store.attempts import Claim
from rendermanager.store.store import Store

_log = logging.getLogger(__name__)


class Cleared(Enum):
    """What became of the folder of an attempt that is over."""

    GONE = auto()
    """Nothing is left."""
    KEPT = auto()
    """Its whole frames or its verified result are left, for the next attempt."""
    NOT_YET = auto()
    """It could not be removed."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier attempts have left for one that is being prepared.

    Attributes:
        store: The queue.
        media: Reads the frames.
        claim: The attempt.
        version: The program that it is going to run.
        engine: Its engine.
    """

    store: Store
    media: MediaReader
    claim: Claim
    version: EngineVersion
    engine: RenderEngine[Any]

    def take_over(
        self, request: RenderRequest[Any], outputs: Sequence[ExpectedOutput]
    ) -> frozenset[int]:
        """Bring what is whole into the attempt's folder; blocks on the disk.

        No trouble with that is worth a failure: then all is rendered again.

        Args:
            request: What the attempt is to do.
            outputs: What must be there in the end.

        Returns:
            The numbers of the frames that are there.
        """
        if len(outputs) != 1:
            return frozenset()
        try:
            if outputs[0].kind is OutputKind.SEQUENCE:
                return self._take_over(request, outputs[0])
            if self.claim.job.shared:
                self._take_file(request, outputs[0])
        except Exception as error:  # noqa: BLE001 - a full disk, a locked queue, a folder that went
            _log.info("job %s begins afresh: %s", self.claim.job.id, error)
            return self._there(outputs[0])
        return frozenset()

    def _take_over(self, request: RenderRequest[Any], output: ExpectedOutput) -> frozenset[int]:
        attempt, store = self.claim.attempt, self.store
        made_from = self._owned(request)
        emptied = []
        for left in store.read(lambda db: leftovers.before(db, attempt)):
            if left.made_from == made_from:
                self._move(Path(left.folder), output)
            if remove_folder(left.folder):
                emptied.append(left.attempt_id)
        final = Path(output.final)
        targets = {str(frame_path(final, n)): _frame(output, n) for n in _numbers(output)}
        self._bring(made_from, targets)
        frames = self._there(output)
        words = str(FrameRange.of(frames))

        def record(txn: Any) -> None:
            attempts.folder_gone(txn, emptied)
            leftovers.took(txn, attempt, words)

        store.change(record, durable=False)
        return frames

    def _take_file(self, request: RenderRequest[Any], output: ExpectedOutput) -> None:
        """A part that makes one file, such as the sound of a film, has it whole or not at all."""
        self._bring(self._owned(request), {output.final: Path(output.written)})

    def _owned(self, request: RenderRequest[Any]) -> str:
        """What the attempt is made from, recorded.

        That is before the first frame comes, or a crash would leave frames that nobody knows.
        """
        attempt, made_from = self.claim.attempt, self._made_from(request)
        self.store.change(lambda txn: leftovers.own(txn, attempt, made_from))
        return made_from

    def _bring(self, made_from: str, targets: Mapping[str, Path]) -> None:
        """Let files that stand under their final names, just as they were published, be here too.

        Args:
            made_from: What they must have been made from.
            targets: Where each of them goes, by its final name.
        """
        attempt = self.claim.attempt
        for artifact in self.store.read(lambda db: leftovers.published(db, attempt, made_from)):
            target = targets.get(artifact.final)
            if target is None or os.path.lexists(target):
                continue
            if holds(Path(artifact.final), artifact):
                _second_name(Path(artifact.final), target)

    def _move(self, folder: Path, output: ExpectedOutput) -> None:
        pattern = folder / Path(output.written).name
        for number in _numbers(output):
            written, target = frame_path(pattern, number), _frame(output, number)
            if written.is_file() and not os.path.lexists(target):
                whole = _is_whole(pattern, number, output, self.media)
                if whole:
                    written.rename(target)

    def _there(self, output: ExpectedOutput) -> frozenset[int]:
        """The folder is new: what is in it was put there by `_move`."""
        return frozenset(n for n in _numbers(output) if os.path.lexists(_frame(output, n)))

    def _made_from(self, request: RenderRequest[Any]) -> str:
        """A hash of all that a frame depends on, as far as it is known.

        Raises:
            OSError: The source cannot be looked at.
        """
        origin = origin_of(request, self.version, self.engine)
        if not origin.source:
            raise FileNotFoundError(errno.ENOENT, "The source is not there", request.spec.source)
        return hashlib.sha256(f"{origin.order} {origin.source} {origin.named}".encode()).hexdigest()


def clear_away(store: Store, attempt_id: int, folder: str) -> Cleared:
    """Delete the folder of an attempt that is over, but for what the next one can use.

    Blocks on the disk.
    """
    if store.read(lambda db: leftovers.keeps_result(db, attempt_id)):
        return Cleared.KEPT
    wanted = store.read(lambda db: leftovers.wanted(db, [attempt_id]))
    if wanted and _keep_frames(Path(folder)):
        return Cleared.KEPT
    if remove_folder(folder) or store.read(lambda db: leftovers.is_gone(db, attempt_id)):
        return Cleared.GONE
    return Cleared.NOT_YET


def sweep(store: Store) -> None:
    """Delete the folders of all attempts that are over, but for frames that can still be used."""
    left = store.read(queries.folders_left)
    gone = [each for each, folder in left if clear_away(store, each, folder) is Cleared.GONE]
    if gone:
        store.change(lambda txn: attempts.folder_gone(txn, gone), durable=False)


def _keep_frames(folder: Path) -> bool:
    """Leave nothing but what looks like whole frames; tells whether there are any.

    The next attempt looks at them more closely before it takes them.
    """
    # Importing it takes a while, and most renders leave no frames behind.
    from rendermanager.media.stills import is_complete  # noqa: PLC0415

    kept = 0
    for path in _files(folder):
        try:
            if kind_of(path) is SourceKind.IMAGE and is_complete(path) is not False:
                kept += 1
            else:
                path.unlink()
        except OSError:
            # The next attempt has taken it meanwhile, or it goes with the folder.
            continue
    return kept > 0


def _files(folder: Path) -> Iterator[Path]:
    try:
        found = list(folder.iterdir())
    except OSError:
        return
    yield from found


def _numbers(output: ExpectedOutput) -> Sequence[int]:
    if output.numbers:
        return FrameRange.parse(output.numbers).frames
    return range(output.first_frame, output.first_frame + output.frames)


def _frame(output: ExpectedOutput, number: int) -> Path:
    return frame_path(Path(output.written), number)


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name, follow_symlinks=False)
    except OSError:
        # This volume knows no second name for a file. Cut off, a copy must not count as a frame.
        part = name.with_name(f"{name.name}.part")
        shutil.copyfile(file, part)
        part.replace(name)


def _is_whole(pattern: Path, number: int, output: ExpectedOutput, media: MediaReader) -> bool:
    """Whether a frame would be published, were it all that is asked for."""
    from rendermanager.media.checks import check_output  # noqa: PLC0415 - see `finish.examine`

    alone = replace(
        output,
        written=str(pattern),
        frames=1,
        first_frame=number,
        numbers="",
        original=None,
    )
    return not any(finding.fatal for finding in check_output(alone, media))
