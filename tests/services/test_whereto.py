"""Where results go, the next one first."""

from pathlib import Path

from rendermanager.config.settings import Settings
from rendermanager.services.whereto import result_folders
from rendermanager.store.store import Store
from tests.helpers.queue import add_one, finished


def test_folders_of_open_jobs_come_in_their_order_and_each_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db")
    chosen = Settings(output_folder=str(tmp_path / "chosen"))
    assert result_folders(store, Settings()) == [Path.home()]
    finished(store, output="/done/a.mp4")
    for output in ("/b/1.mp4", "/a/1.mp4", "/b/2.mp4", ""):
        add_one(store, output=output)
    assert result_folders(store, chosen) == [Path("/b"), Path("/a"), tmp_path / "chosen"]
    store.close()
