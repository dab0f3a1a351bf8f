"""Takes away the empty folders that were made for jobs which came to nothing."""

from collections.abc import Iterator
from pathlib import Path

from rendermanager.store import made
from rendermanager.store.made import Made
from rendermanager.store.store import Store


def remove_emptied(store: Store) -> None:
    """Remove what was made for jobs that have failed or were cancelled, as far as it is empty.

    Blocks on the disk. A folder with anything in it stays, and so do those above it.
    """
    gone = [each.job_id for each in store.read(made.in_vain) if _remove(each)]
    if gone:
        store.change(lambda txn: made.gone(txn, gone), durable=False)


def missing_above(folder: Path) -> Path:
    """The uppermost folder that has to be made for `folder`, which is not there."""
    while not folder.parent.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _remove(what: Made) -> bool:
    """Whether nothing of it is left; what its drive has taken along may come back."""
    for folder in _upwards(what):
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            return False
    return Path(what.folder).parent.exists()


def _upwards(what: Made) -> Iterator[Path]:
    """The folders that were made, the lowest first."""
    top = Path(what.folder)
    folder = Path(what.output).parent
    while folder == top or top in folder.parents:
        yield folder
        folder = folder.parent
