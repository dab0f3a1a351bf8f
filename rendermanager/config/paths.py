"""Where Render Manager keeps its state: one folder, private to the person."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rendermanager.core.errors import NotPossibleNow

HOME_VARIABLE = "RENDERMANAGER_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files below one data folder.

    Attributes:
        home: The data folder itself, absolute.
    """

    home: Path

    @property
    def database(self) -> Path:
        """The queue."""
        return self.home / "queue.db"

    @property
    def samples(self) -> Path:
        """How the machine fared; may be deleted while nobody owns the queue."""
        return self.home / "samples.db"

    @property
    def damage_mark(self) -> Path:
        """There when the queue was found to be damaged while it worked."""
        return self.home / "queue.db.damaged"

    @property
    def backups(self) -> Path:
        """Copies of the queue that are made by themselves."""
        return self.home / "backups"

    @property
    def settings(self) -> Path:
        """What a person has set."""
        return self.home / "settings.json"

    @property
    def trusted(self) -> Path:
        """What a person has allowed jobs to run; JSON."""
        return self.home / "trusted.json"

    @property
    def presets(self) -> Path:
        """Preset files, each for a program of the person's own; made by hand."""
        return self.home / "presets"

    @property
    def preset_drafts(self) -> Path:
        """Changes of presets that are not saved; JSON."""
        return self.home / "preset-drafts.json"

    @property
    def job_logs(self) -> Path:
        """One log file for each attempt."""
        return self.home / "logs" / "jobs"

    @property
    def app_log(self) -> Path:
        """The app's own log."""
        return self.home / "logs" / "rendermanager.log"

    @property
    def thumbnails(self) -> Path:
        """Pictures of sources and results; may be deleted at any time."""
        return self.home / "cache" / "thumbnails"

    @property
    def preset_tests(self) -> Path:
        """Results of presets that were tried; may be deleted at any time."""
        return self.home / "cache" / "preset-tests"

    @property
    def engines(self) -> Path:
        """Programs that were installed for engines, one folder for each."""
        return self.home / "engines"

    @property
    def run(self) -> Path:
        """Lock and address of the process that owns the queue."""
        return self.home / "run"

    @property
    def lock(self) -> Path:
        """Held by the process that owns the queue."""
        return self.run / "owner.lock"

    @property
    def owner(self) -> Path:
        """Who owns the queue, and where it listens; JSON."""
        return self.run / "owner.json"

    def attempt_log(self, job_id: int, run: str) -> str:
        """The path of the log of one attempt of a job; asked for at every start of a render."""
        return f"{self.home}{os.sep}logs{os.sep}jobs{os.sep}{job_id}-{run}.log"

    def make(self) -> None:
        """Create the folders, readable by their owner alone.

        Raises:
            NotPossibleNow: One of them cannot be made.
        """
        # Parents are named one by one: those that mkdir makes on the way are open to everybody.
        cache, logs = self.thumbnails.parent, self.job_logs.parent
        for folder in (self.home, logs, self.job_logs, cache, self.thumbnails, self.run):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise NotPossibleNow(
                    f"The data folder “{folder}” cannot be made: {error.strerror or error}.",
                    "Choose another one with --data-dir.",
                ) from error


def absolute(text: str) -> str:
    """A path as people type it, made absolute; links and a trailing separator are kept.

    Only a leading ``~/`` stands for the home: ``~.mov`` is a file like any other.
    """
    if text == "~" or text.startswith(("~/", f"~{os.sep}")):
        text = os.path.expanduser(text)  # noqa: PTH111 - keeps the trailing separator
    path = os.path.abspath(text)  # noqa: PTH100 - resolving would replace links by their targets
    return path + os.sep if text.endswith(("/", os.sep)) and not path.endswith(os.sep) else path


def find_paths(data_dir: str, environ: Mapping[str, str] = os.environ) -> Paths:
    """The paths below `data_dir`, else below RENDERMANAGER_HOME, else the system's usual place."""
    chosen = data_dir or environ.get(HOME_VARIABLE, "")
    if chosen:
        return Paths(Path(absolute(chosen)))
    # Imported here: a caller that names a folder need not wait for it.
    import platformdirs  # noqa: PLC0415

    return Paths(Path(platformdirs.user_data_dir("RenderManager", appauthor=False)))
