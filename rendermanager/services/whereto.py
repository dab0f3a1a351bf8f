"""Where results go: the folders whose volumes are worth a look."""

from pathlib import Path
from typing import Final

from rendermanager.config.paths import absolute
from rendermanager.config.settings import Settings
from rendermanager.store import queries
from rendermanager.store.store import Store

MOST: Final = 16
"""So many jobs are asked where they write, the next ones."""


def result_folders(store: Store, settings: Settings) -> list[Path]:
    """Folders that results go to, that of the next result first; blocks on the queue's disk.

    Where nothing is to be rendered it is the folder that was set, or the home folder.
    """
    # In run order all that has ended comes last, so that no other choice is needed: asked for by
    # their statuses, 100,000 jobs would be looked through and sorted every few seconds.
    jobs = store.read(lambda db: queries.jobs(db, limit=MOST))
    chosen = Path(absolute(settings.output_folder)) if settings.output_folder else Path.home()
    folders = [
        Path(job.spec.output).parent for job in jobs if job.spec.output and not job.status.is_ended
    ]
    return list(dict.fromkeys([*folders, chosen]))
