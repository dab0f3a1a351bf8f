"""Drives one supervisor process, which stays warm and runs one render at a time."""

import json
import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from rendermanager.engine.handles import tells_of_shortage
from rendermanager.engine.prepare import scrubbed_environment
from rendermanager.machine.processes import identity
from rendermanager.machine.supervisor import command

_MAX_BUFFER: Final = 4 * 1024 * 1024

_log = logging.getLogger(__name__)


class ProcessState(Enum):
    """What a supervised process can do."""

    STARTING = auto()
    """Its supervisor is not ready yet."""
    IDLE = auto()
    """Ready for a render."""
    BUSY = auto()
    """A render runs."""
    LOST = auto()
    """Its supervisor died or never started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOrder:
    """What a supervisor is asked to run.

    Attributes:
        attempt_id: Number of the attempt.
        argv: Absolute program and its arguments.
        cwd: Folder to run in.
        env: The complete environment; None for the supervisor's own, which is scrubbed.
        log: Path of the log file.
        header: What is written at its top.
        machine_stdout: Standard output is progress for machines and stays out of the log.
        tag: Marks every process of the tree in its environment.
        nice: How far it steps back behind other programs.
        hidden: Texts that are taken out of everything the program prints.
        result: Where the outcome is written when we are not there to hear of it.
    """

    attempt_id: int
    argv: tuple[str, ...]
    cwd: str
    env: Mapping[str, str] | None = None
    log: str = ""
    header: str = ""
    machine_stdout: bool = False
    tag: str = ""
    nice: int = 0
    hidden: tuple[str, ...] = field(default=(), repr=False)
    result: str = ""


@dataclass(frozen=True, slots=True)
class ExitReport:
    """How a render ended.

    Attributes:
        attempt_id: Number of the attempt.
        code: Exit code; None when a signal ended it, or it never ran.
        signal: Signal that ended it; None otherwise.
        refusal: Why it could not be started; empty when it ran.
        cpu_s: Processor seconds of its whole tree.
        rss_peak: Largest memory of its main process, in bytes.
        log_error: Why its log, or the end of it, is missing, in the system's words; else empty.
        is_short: Whether it was refused because the system gives no more files or processes.
    """

    attempt_id: int
    code: int | None = None
    signal: int | None = None
    refusal: str = ""
    cpu_s: float = 0.0
    rss_peak: int = 0
    log_error: str = ""
    is_short: bool = False

    def was_successful(self, codes: Collection[int] = (0,)) -> bool:
        """Whether the program itself claims success, by one of the codes that mean so."""
        return self.code in codes


class SupervisedProcess(QObject):
    """One supervisor, driven through QProcess, and the render it watches.

    Signals:
        ready: It can take a render.
        started: (attempt id, identity of the process).
        printed: (attempt id, stream ``o`` or ``e``, text of whole lines).
        exited: `ExitReport`; exactly one for each order, unless `lost` comes first.
        suspended: (attempt id, whether it is suspended now).
        lost: The supervisor is gone; its render, if any, is an orphan to be ended by tag.
    """

    ready = Signal()
    started = Signal(int, str)
    printed = Signal(int, str, str)
    exited = Signal(object)
    suspended = Signal(int, bool)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the supervisor; `ready` follows."""
        super().__init__(parent)
        self.state = ProcessState.STARTING
        self.attempt_id = 0
        self.identity = ""
        self._on_orphan = "stop"
        self._buffer = b""
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment(scrubbed_environment()))
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        program, *arguments = command()
        self._process.start(program, arguments)

    @property
    def has_order(self) -> bool:
        """Whether a render was ordered whose end was not reported."""
        return self.attempt_id != 0

    def run(self, order: RunOrder) -> None:
        """Start a render. It must be idle."""
        if self.state is not ProcessState.IDLE:
            raise RuntimeError("the supervisor is busy")
        self.state = ProcessState.BUSY
        self.attempt_id = order.attempt_id
        self._send(
            do="start",
            id=order.attempt_id,
            argv=order.argv,
            cwd=order.cwd or None,
            env=order.env,
            log=order.log or None,
            header=order.header,
            hidden=order.hidden,
            machine=order.machine_stdout,
            tag=order.tag,
            nice=order.nice,
            result=order.result or None,
        )

    def set_on_orphan(self, policy: str) -> None:
        """What becomes of the render when we die: ``stop`` or ``finish``."""
        if policy != self._on_orphan:
            self._on_orphan = policy
            if self.state in (ProcessState.IDLE, ProcessState.BUSY):
                self._send(do="policy", on_orphan=policy)

    def pause(self) -> None:
        """Suspend the whole process tree."""
        self._send(do="pause")

    def resume(self) -> None:
        """Let the process tree go on."""
        self._send(do="resume")

    def stop(self, quit_text: str = "", quit_s: float = 0.0, grace_s: float = 5.0) -> None:
        """End the render: politely, then firmly; `exited` follows."""
        self._send(do="stop", quit=quit_text or None, quit_s=quit_s, grace_s=grace_s)

    def retire(self) -> None:
        """Tell the idle supervisor that nothing more comes; `lost` follows when it has ended."""
        self._process.closeWriteChannel()

    def close(self, wait_ms: int = 3_000) -> None:
        """End the supervisor and whatever it runs; blocks for at most `wait_ms`."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        # An ordered end is no death of the app: nothing goes on behind its back.
        self.set_on_orphan("stop")
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(wait_ms):
            self._process.kill()
            self._process.waitForFinished(1_000)

    def _send(self, **order: Any) -> None:
        if self.state is ProcessState.LOST:
            return
        self._process.write(_encoded(order) + b"\n")

    @Slot()
    def _on_output(self) -> None:
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        *lines, self._buffer = self._buffer.split(b"\n")
        if len(self._buffer) > _MAX_BUFFER:
            _log.error("a supervisor sent a message without an end")
            self._buffer = b""
        for line in lines:
            try:
                said = _decoded(line)
            except ValueError:
                _log.error("a supervisor sent something that is no message: %.80r", line)
                continue
            self._hear(said)

    def _hear(self, said: Mapping[str, Any]) -> None:
        match said.get("ev"):
            case "out":
                self.printed.emit(said["id"], said["s"], said["t"])
            case "started":
                self.started.emit(said["id"], said["born"])
            case "exited":
                self._end(report_of(said))
            case "refused":
                self._end(_refusal_of(said))
            case "ready":
                self.state = ProcessState.IDLE
                self.identity = identity(said["pid"])
                if self._on_orphan != "stop":
                    self._send(do="policy", on_orphan=self._on_orphan)
                self.ready.emit()
            case "paused":
                self.suspended.emit(self.attempt_id, True)
            case "resumed":
                self.suspended.emit(self.attempt_id, False)
            case "error":
                _log.error("a supervisor did not understand: %s", said.get("text"))

    def _end(self, report: ExitReport) -> None:
        self._send(do="ack", id=report.attempt_id)
        self.state = ProcessState.IDLE
        self.attempt_id = 0
        self.exited.emit(report)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            _log.error("a supervisor could not be started: %s", self._process.errorString())
            self._lose()

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, _code: int, _status: QProcess.ExitStatus) -> None:
        self._lose()

    def _lose(self) -> None:
        if self.state is not ProcessState.LOST:
            self.state = ProcessState.LOST
            self.lost.emit()


def _encoded(order: Mapping[str, Any]) -> bytes:
    try:
        return msgspec.json.encode(order)
    except UnicodeEncodeError:
        # Escapes keep file names that are not UTF-8 (lone surrogates) intact on the way.
        return json.dumps(order).encode()


def _decoded(line: bytes) -> Any:
    """What a supervisor said.

    Raises:
        ValueError: It is no message.
    """
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line)  # it takes lone surrogates


def report_of(said: Mapping[str, Any]) -> ExitReport:
    """How a render ended, from what its supervisor said or wrote down."""
    return ExitReport(
        said["id"],
        said["code"],
        said["signal"],
        cpu_s=said.get("cpu_s", 0.0),
        rss_peak=said.get("rss_peak", 0),
        log_error=said.get("log_error", ""),
    )


def _refusal_of(said: Mapping[str, Any]) -> ExitReport:
    text, why = said["text"], said.get("why")
    log_error = text if why == "log_unwritable" else ""
    is_short = why == "no_resources" or tells_of_shortage(text)
    return ExitReport(said["id"], refusal=text, log_error=log_error, is_short=is_short)


def _environment(variables: Mapping[str, str]) -> QProcessEnvironment:
    env = QProcessEnvironment()
    for name, value in variables.items():
        env.insert(name, value)
    return env
