"""A queue with jobs in every state, and pictures of it; run it to write them.

python -m tests.ui.queue.scene FOLDER
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
from PySide6.QtCore import QDeadlineTimer, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.progress import Observation, Stage
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.services.session import Session
from rendermanager.ui.queue import Column, QueuePane, SortState, Thumbnails
from rendermanager.ui.theme import Theme, ThemeMode
from tests.helpers.ui_session import Jobs, attempt_of, open_session

WAIT_MS = 20_000
LOOK_MS = 5
FONT = Failure(
    FailureKind.INVALID_INPUT,
    "Missing font “Gotham Bold”.",
    "Install the font, then run the job again.",
    Retry.AFTER_FIX,
)
DISK = Failure(
    FailureKind.RESOURCE_EXHAUSTION,
    "The disk of the output is full.",
    "Make room; it is tried again.",
    Retry.BACKOFF,
)


def wait_until(condition: Callable[[], bool]) -> None:
    """Let events happen until a condition holds."""
    deadline = QDeadlineTimer(WAIT_MS)
    while not condition():
        assert not deadline.hasExpired(), "it did not come to pass"
        QTest.qWait(LOOK_MS)


def picture(hue: int) -> QImage:
    """A frame like one of a motion graphic."""
    image = QImage(640, 360, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    ground = QLinearGradient(QPointF(0, 0), QPointF(640, 360))
    ground.setColorAt(0, QColor.fromHsv((hue + 330) % 360, 170, 70))
    ground.setColorAt(1, QColor.fromHsv(hue, 150, 200))
    painter.fillRect(image.rect(), ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(7):
        size = 60 + (hue * (number + 3) * 37) % 170
        x, y = (hue * (number + 1) * 53) % 600, (hue * (number + 2) * 29) % 320
        painter.setBrush(QColor.fromHsv((hue + 25 * number) % 360, 120, 230, 90))
        painter.drawEllipse(QRectF(x - size / 2, y - size / 2, size, size))
    painter.end()
    return image


def still(path: Path, hue: int) -> Path:
    """Write such a frame as a picture."""
    assert picture(hue).save(str(path))
    return path


def film(path: Path, hue: int) -> Path:
    """Write a short film of such a frame."""
    image = picture(hue)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuvj420p"
        frame = av.VideoFrame(640, 360, "rgb24")
        frame.planes[0].update(bytes(image.constBits()))
        for _ in range(4):
            container.mux(stream.encode(frame.reformat(format="yuvj420p")))
        container.mux(stream.encode(None))
    return path


def fill(session: Session, folder: Path) -> dict[str, int]:
    """Put a job of every state into the queue; their ids by a short word."""
    jobs = Jobs(session, folder)
    for hue, name in enumerate(NAMES):
        film(folder / f"{name}.mov", (150 + 47 * hue) % 360)
    ids = {
        "older": jobs.completed(
            NAMES[11], preset="dnxhr-lb", elapsed_s=118.0, size_bytes=1_100_000_000
        ),
        "done": jobs.completed(NAMES[10], preset="dnxhr-lb"),
        "also": jobs.completed("Logo loop", preset="h264", elapsed_s=171.0, size_bytes=96_000_000),
        "warned": jobs.completed(
            NAMES[9], preset="h264", warnings=("The picture is black for 4 s from 0:12.",)
        ),
        "cancelled": jobs.cancelled(NAMES[8], preset="gif"),
        "failed": jobs.failed(NAMES[7], preset="h264", failure=FONT, times=3),
        "rendering": jobs.rendering(
            NAMES[0],
            preset="prores-hq",
            seen=Observation(frame=951, frames=1500, fps=2.4),
            active_s=720.0,
        ),
        "finishing": jobs.rendering(
            NAMES[1], preset="h265", seen=Observation(frame=240, frames=240), active_s=90.0
        ),
        "loading": jobs.rendering(NAMES[2], preset="h264"),
        "next": jobs.queued(NAMES[3], preset="h264"),
        "second": jobs.queued(NAMES[4], preset="h264"),
        "waiting": jobs.queued("Teaser, 30 s", preset="vp9"),
        "retrying": jobs.retrying(NAMES[5], preset="h264"),
        "paused": jobs.rendering(
            NAMES[6],
            preset="prores-4444",
            seen=Observation(frame=2310, frames=3000),
            active_s=800.0,
        ),
        "checking": jobs.checking("Drone_0412", preset="dnxhr-lb"),
    }
    session.board.enter(attempt_of(session, ids["finishing"]), Stage.VERIFY)
    session.control("window").ask("pause", [ids["paused"]]).result()
    session.board.pause(attempt_of(session, ids["paused"]), paused=True)
    session.store.change(
        lambda txn: txn.run("UPDATE job SET progress = 0.42 WHERE id = ?", ids["failed"])
    )
    session.bus.waiting.emit(
        {
            ids["next"]: Reason(Why.TURN, "Next", 0),
            ids["second"]: Reason(Why.TURN, "2 in line", 1),
            ids["waiting"]: Reason(Why.ENGINE_MISSING, "FFmpeg was not found on this machine.", 2),
        }
    )
    return ids


NAMES = (
    "SummerSale — 1080 × 1080",
    "City fly-through, shot 040",
    "Campaign spring, all sizes and all the languages that we have",
    "SummerSale — 1080 × 1920",
    "SummerSale — 1920 × 1080",
    "Titles_main",
    "Credits v7",
    "Logo sting",
    "Teaser draft",
    "Interview A003 proxy",
    "Interview A001 proxy",
    "Interview A002 proxy",
)


@dataclass(frozen=True)
class Shot:
    """One picture to take."""

    name: str
    mode: ThemeMode = ThemeMode.DARK
    size: tuple[int, int] = (846, 780)
    compact: bool = False
    right_to_left: bool = False
    select: str = "rendering"
    text_scale: float = 1.0
    then: Callable[[QueuePane], None] | None = None


def _sort(pane: QueuePane) -> None:
    pane.model.set_sort(SortState(Column.JOB))


def _filter(pane: QueuePane) -> None:
    pane.model.set_filter("status:fialed zebra")


def _drag(pane: QueuePane) -> None:
    pane.view._landing.row = 5


def _ring(pane: QueuePane) -> None:
    pane.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    QTest.keyClick(pane.view, Qt.Key.Key_Down)


def _columns(pane: QueuePane) -> None:
    for column in Column:
        pane.view.show_column(column, True)


def _many(pane: QueuePane) -> None:
    pane.view.selectAll()
    pane.view._hover.row = 4


SHOTS = (
    Shot("dark"),
    Shot("light", ThemeMode.LIGHT),
    Shot("compact", size=(846, 540), compact=True),
    Shot("compact_light", ThemeMode.LIGHT, size=(846, 540), compact=True),
    Shot("rtl", right_to_left=True),
    Shot("narrow", size=(640, 620)),
    Shot("wide", size=(1400, 780)),
    Shot("sorted", size=(846, 300), then=_sort),
    Shot("nothing", ThemeMode.LIGHT, size=(846, 400), then=_filter),
    Shot("drag", size=(846, 480), then=_drag),
    Shot("ring", size=(846, 300), then=_ring),
    Shot("columns", size=(2100, 480), then=_columns),
    Shot("all", ThemeMode.LIGHT, size=(846, 480), then=_many),
    Shot("large", size=(1100, 900), text_scale=1.5),
)


def _time_of(pane: QueuePane, job_id: int) -> str:
    row = pane.model.row_at(pane.model.row_of(job_id))
    return "" if row is None else row.time.first


def take(shot: Shot, app: QApplication, folder: Path) -> QImage:
    """The queue as this shot wants it."""
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if shot.right_to_left else Qt.LayoutDirection.LeftToRight
    )
    theme = Theme(app, shot.mode, text_scale=shot.text_scale, prefer_bundled_font=True)
    theme.apply()
    home, sources = folder / shot.name / "home", folder / shot.name / "sources"
    sources.mkdir(parents=True)
    with open_session(home) as session:
        thumbnails = Thumbnails(session)
        pane = QueuePane(session, theme, thumbnails)
        ids = fill(session, sources)
        pane.view.set_compact(shot.compact)
        pane.view.set_window_width(1360 if shot.size[0] > 700 else 900)
        pane.resize(*shot.size)
        pane.show()
        pane.activateWindow()
        pane.view.setFocus()
        wait_until(lambda: pane.model.is_settled and pane.model.shown == len(ids))
        pane.view.select_job(ids[shot.select])
        wait_until(lambda: _time_of(pane, ids["next"]) != "")
        if shot.then is not None:
            shot.then(pane)
        image = QImage()

        def is_quiet() -> bool:
            return pane.model.is_settled and thumbnails.is_idle

        def is_whole() -> bool:
            # Pictures are asked for by painting: none is missing when that has asked for nothing.
            nonlocal image
            if is_quiet():
                image = pane.grab().toImage()
                return is_quiet()
            return False

        wait_until(is_whole)
        pane.model.close()
        pane.following.close()
        pane.close()
        pane.deleteLater()
        thumbnails.close()
    return image


def main(target: Path) -> None:
    """Write every picture into a folder."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication(["scene"])
    target.mkdir(parents=True, exist_ok=True)
    suffix = os.environ.get("QT_SCALE_FACTOR", "1")
    with tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            take(shot, app, Path(folder)).save(str(target / f"queue_{shot.name}@{suffix}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
