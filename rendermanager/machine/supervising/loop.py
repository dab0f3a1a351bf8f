"""The supervisor itself: orders in, events out, one renderer at a time in between."""

import os
import time
from collections.abc import Callable

from rendermanager.machine.supervising.forward import Forwarder
from rendermanager.machine.supervising.host import END, RESUME, SUSPEND, Host, this_host
from rendermanager.machine.supervising.logfile import LogFile
from rendermanager.machine.supervising.mailbox import Mailbox
from rendermanager.machine.supervising.orders import BadOrder, Fields, Start, seconds, text, whole
from rendermanager.machine.supervising.render import Render
from rendermanager.machine.supervising.results import write_result
from rendermanager.machine.supervising.spawned import Refused
from rendermanager.machine.supervising.watcher import READ, WRITE
from rendermanager.machine.supervising.wire import ControlReader, Outbox

#: What a tree gets to end in when the app has died.
ORPHAN_GRACE_S = 0.3
#: What a tree gets to end in when the app says nothing else.
DEFAULT_GRACE_S = 5.0
DEFAULT_QUIT_S = 5.0
#: Events that wait for an app which writes orders but reads nothing; then its orders wait, too.
MAX_BACKLOG_BYTES = 1024 * 1024
#: Outcomes remembered for an app that never confirms them.
MAX_UNACKED = 1000
#: How long the last events may take on their way out.
LAST_WORDS_S = 1.0


def supervise() -> None:
    """Serve stdin and stdout until the app ends or says so."""
    Supervisor(0, 1, this_host()).run()


class Supervisor:
    """Owns the control pipe, the renderer and everybody it starts, as far as the system lets us."""

    def __init__(self, control: int, events: int, host: Host) -> None:
        """Listen to whatever may call us on this system."""
        self._control = control
        self._events = events
        self._host = host
        self._poller = host.watcher
        self._mailbox: Mailbox | None = None
        self._reader = ControlReader()
        self._outbox = Outbox(events, self._poller.write)
        self._render: Render | None = None
        self._unacked: dict[int, tuple[str, Fields]] = {}
        self._on_orphan = "stop"
        self._orphaned = False
        self._ending = False
        self._orders: dict[object, Callable[[Fields], None]] = {
            "start": self._start,
            "pause": self._pause,
            "resume": self._resume,
            "stop": self._stop,
            "ack": self._ack,
            "policy": self._policy,
            "exit": self._exit,
        }
        host.listen(self._collect, self._on_word)

    def run(self) -> None:
        """Work until there is nobody left to work for."""
        self._outbox.post({"ev": "ready", "pid": os.getpid()})
        while self._render or not self._ending:
            self._watch_pipes()
            deadline = self._deadline()
            self._poller.wait(None if deadline is None else deadline - time.monotonic())
            self._open_mail()
            if self._render and self._render.advance(time.monotonic()):
                self._collect()
        self._leave()

    def _deadline(self) -> float | None:
        if self._render is None:
            return None
        deadline = self._render.deadline()
        if self._mailbox is None:
            return deadline
        return self._mailbox.due if deadline is None else min(deadline, self._mailbox.due)

    def _watch_pipes(self) -> None:
        backlog = self._outbox.backlog
        if backlog:
            self._poller.watch(self._events, self._outbox.flush, WRITE)
        else:
            self._poller.unwatch(self._events)
        if not self._orphaned:
            # Without READ we are still told when the app has gone.
            events = READ if backlog < MAX_BACKLOG_BYTES else 0
            self._poller.watch(self._control, self._on_control, events)

    def _leave(self) -> None:
        for path, outcome in self._unacked.values():
            try:
                write_result(path, outcome)
            except OSError as error:
                self._outbox.post({"ev": "error", "text": f"{path}: {error.strerror}"})
        until = time.monotonic() + LAST_WORDS_S
        while self._outbox.backlog and (left := until - time.monotonic()) > 0:
            self._watch_pipes()
            self._poller.wait(left)
        self._poller.finish(self._events, until - time.monotonic())

    # -- what comes from outside the control pipe

    def _on_word(self, word: str) -> None:
        if word == END:
            self._ending = True
            self._end_render(ORPHAN_GRACE_S)
        elif self._orphaned and self._render:
            if word == SUSPEND:
                self._render.suspend()
            elif word == RESUME:
                self._render.resume()

    def _open_mail(self) -> None:
        if self._mailbox:
            for word in self._mailbox.look(time.monotonic()):
                self._on_word(word)

    def _collect(self) -> None:
        """Take leave of every child that has ended; the last one ends the render."""
        ended, childless = self._host.collect()
        for child in ended:
            if self._render:
                self._render.collected(child)
        if self._render and self._render.gone(time.monotonic(), childless=childless):
            self._finish(self._render)

    def _finish(self, render: Render) -> None:
        outcome = render.close()
        self._render = None
        if render.order.result is not None:
            while len(self._unacked) >= MAX_UNACKED:
                del self._unacked[next(iter(self._unacked))]
            self._unacked[render.order.id] = (render.order.result, outcome)
        self._outbox.post(outcome)

    def _end_render(self, grace_s: float) -> None:
        if self._render:
            self._render.stop(time.monotonic(), quit_word=None, quit_s=0.0, grace_s=grace_s)

    # -- orders

    def _on_control(self) -> None:
        try:
            data = self._poller.read(self._control)
        except BlockingIOError:
            return
        if not data:
            self._on_app_gone()
        for order in self._reader.feed(data):
            self._obey(order)

    def _on_app_gone(self) -> None:
        self._poller.unwatch(self._control)
        self._orphaned = self._ending = True
        self._outbox.abandon()
        if self._render and self._on_orphan == "finish":
            self._render.carry_on_alone()
            if self._render.order.log and not self._host.has_signals:
                self._mailbox = Mailbox(self._render.order.log, time.monotonic())
        else:
            self._end_render(ORPHAN_GRACE_S)

    def _obey(self, order: Fields | str) -> None:
        if isinstance(order, str):
            self._complain(order)
            return
        name = order.get("do")
        action = self._orders.get(name) if isinstance(name, str) else None
        if action is None:
            self._complain(f"unknown order {name!r:.80}")
            return
        try:
            action(order)
        except BadOrder as error:
            self._complain(f"{name}: {error}")

    def _complain(self, sentence: str) -> None:
        self._outbox.post({"ev": "error", "text": sentence})

    def _addressed(self, fields: Fields) -> Render | None:
        """The running render, unless the order names another one that has ended meanwhile."""
        render = self._render
        return render if render and fields.get("id") in (None, render.order.id) else None

    def _start(self, fields: Fields) -> None:
        try:
            self._begin(Start(fields))
        except (BadOrder, Refused) as refusal:
            why = refusal.why if isinstance(refusal, Refused) else "bad_order"
            event = {"ev": "refused", "id": fields.get("id"), "why": why, "text": str(refusal)}
            self._outbox.post(event)

    def _begin(self, order: Start) -> None:
        if self._render:
            raise Refused("busy", f"render {self._render.order.id} has not ended yet")
        if self._ending:
            raise Refused("ending", "this supervisor is about to end")
        log = _open_log(order)
        try:
            spawned, tree = self._host.spawn(order)
        except Refused:
            if log:
                log.close()
            raise
        tree.lower(order.nice)
        started: Fields = {"ev": "started", "id": order.id, "pid": spawned.pid, "born": tree.born()}
        self._outbox.post(started)
        self._render = Render(order, spawned, tree, log, Forwarder(order.id, self._outbox))
        self._render.attach(self._poller)

    def _pause(self, fields: Fields) -> None:
        render = self._addressed(fields)
        self._answer("paused", render, render.suspend() if render else [])

    def _resume(self, fields: Fields) -> None:
        render = self._addressed(fields)
        self._answer("resumed", render, render.resume() if render else [])

    def _answer(self, event: str, render: Render | None, pids: list[int]) -> None:
        render_id = render.order.id if render else None
        self._outbox.post({"ev": event, "id": render_id, "pids": pids})

    def _stop(self, fields: Fields) -> None:
        quit_word = text(fields, "quit")
        quit_s = seconds(fields, "quit_s", DEFAULT_QUIT_S)
        grace_s = seconds(fields, "grace_s", DEFAULT_GRACE_S)
        if render := self._addressed(fields):
            render.stop(time.monotonic(), quit_word=quit_word, quit_s=quit_s, grace_s=grace_s)

    def _ack(self, fields: Fields) -> None:
        self._unacked.pop(whole(fields, "id"), None)

    def _policy(self, fields: Fields) -> None:
        policy = text(fields, "on_orphan")
        if policy not in ("stop", "finish"):
            raise BadOrder("on_orphan must be stop or finish")
        self._on_orphan = policy

    def _exit(self, _fields: Fields) -> None:
        self._ending = True
        self._end_render(DEFAULT_GRACE_S)


def _open_log(order: Start) -> LogFile | None:
    if order.log is None:
        return None
    try:
        log = LogFile(order.log, order.out_cap)
        if order.header:
            log.write(order.header.encode("utf-8", "surrogateescape"))
        return log
    except (OSError, ValueError) as error:
        raise Refused("log_unwritable", f"{order.log}: {error}") from error
