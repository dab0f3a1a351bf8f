"""What measuring costs: a look with two renders, and the page of the resources while open."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.common import python, show

LOOKS = 200
REFRESHES = 40

LOOK = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from rendermanager.machine.meter import Meter
from rendermanager.store.samples import SampleHistory
folder, pids, looks = Path(sys.argv[1]), sys.argv[2].split(","), int(sys.argv[3])
trees = {number: int(pid) for number, pid in enumerate(pids)}
meter, history = Meter(lambda: [folder]), SampleHistory(folder / "samples.db")
meter.sample(datetime.now(UTC), trees)
begin = time.process_time()
for _ in range(looks):
    history.add(meter.sample(datetime.now(UTC), trees))
print((time.process_time() - begin) / looks)
"""

PAGE = """
import sys, time
from datetime import timedelta
from pathlib import Path
from PySide6.QtWidgets import QApplication
from rendermanager.core.usage import Sample, VolumeLoad
from rendermanager.store.samples import SampleHistory
from rendermanager.ui.pages.resources import ResourcesPage
from rendermanager.ui.theme.manager import Theme
from tests.helpers.ui_session import open_session
app = QApplication([])
folder, refreshes = Path(sys.argv[1]), int(sys.argv[2])
with open_session(folder) as session:
    now, history = session.store.now(), SampleHistory(session.sampling.path)
    volume = VolumeLoad(mount="/", free=5, total=9, read_per_s=1e6, written_per_s=5e6)
    for age in range(60, 0, -1):
        sample = Sample(at=now - timedelta(seconds=age), cpu=age / 60, cores=(age / 60,) * 8,
                        memory_used=3 * 10**9, memory_total=8 * 10**9, volumes=(volume,))
        history.add(sample)
        session.sampling._recent.append(sample)
    page = ResourcesPage(session, Theme(app))
    page.resize(1176, 720)
    page.show()
    session.sampling.watch("resources", watched=False)

    def round():
        page.refresh()
        while page._asking:
            app.processEvents()
        page.repaint()
        app.processEvents()

    round()
    begin = time.process_time()
    for _ in range(refreshes):
        round()
    print((time.process_time() - begin) / refreshes)
    page.deleteLater()
"""


def renders() -> list[subprocess.Popen[bytes]]:
    """Two supervisors with a program each, at rest."""
    script = "import subprocess; subprocess.run(['sleep', '600'])"
    return [subprocess.Popen([sys.executable, "-S", "-c", script]) for _ in range(2)]


def main() -> None:
    """Measure both, as shares of one processor at one look a second."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    running = renders()
    try:
        pids = ",".join(str(each.pid) for each in running)
        look_s = float(python(LOOK, folder, pids, LOOKS))
    finally:
        for each in running:
            subprocess.run(["pkill", "-P", str(each.pid)], check=False)
            each.wait()
    page_s = float(python(PAGE, folder / "home", REFRESHES))
    rows = [
        ("one look a second, of one processor (aim: under 1 %)", f"{look_s:.2%}"),
        ("with the page open (aim: under 5 %)", f"{look_s + page_s:.2%}"),
    ]
    show("Measuring the machine, with two renders", rows)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
