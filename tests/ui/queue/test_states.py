"""Which state is shown for a job."""

from datetime import timedelta
from typing import Any

import pytest

from rendermanager.core.progress import Stage
from rendermanager.core.ripple import Intent
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.ui.queue.states import Shown, label_of, pill_of, shown_of, word_of
from tests.ui.queue.values import FONT, NOW, make_job, make_live

S, J = Shown, JobStatus
LATER = NOW + timedelta(seconds=30)


@pytest.mark.parametrize(
    ("status", "values", "live", "shown"),
    [
        (J.PENDING, {}, None, S.CHECKING),
        (J.VALIDATING, {}, None, S.CHECKING),
        (J.QUEUED, {}, None, S.QUEUED),
        (J.QUEUED, {"retry_at": LATER, "failure": FONT}, None, S.RETRYING),
        (J.SCHEDULED, {}, None, S.SCHEDULED),
        (J.BLOCKED, {}, None, S.WAITING),
        (J.RENDERING, {}, make_live(), S.RENDERING),
        (J.RENDERING, {}, None, S.RENDERING),
        (J.RENDERING, {}, make_live(stage=Stage.PREPARE), S.RENDERING),
        (J.RENDERING, {}, make_live(stage=Stage.VERIFY), S.FINISHING),
        (J.RENDERING, {}, make_live(stage=Stage.PUBLISH), S.FINISHING),
        (J.RENDERING, {"stage": "verify"}, None, S.FINISHING),
        (J.RENDERING, {}, make_live(paused=True), S.PAUSED),
        (J.PAUSED, {}, make_live(paused=True), S.PAUSED),
        (J.PAUSED, {"retry_at": LATER}, None, S.PAUSED),
        (J.RENDERING, {"intent": Intent(cancel=True)}, make_live(), S.CANCELLING),
        (J.PAUSED, {"intent": Intent(pause=True, cancel=True)}, None, S.CANCELLING),
        (J.COMPLETED, {}, None, S.DONE),
        (J.COMPLETED, {"warnings": ("dark",)}, None, S.DONE_WITH_WARNINGS),
        (J.FAILED, {"failure": FONT}, None, S.FAILED),
        (J.CANCELLED, {"intent": Intent(cancel=True)}, None, S.CANCELLED),
    ],
)
def test_the_state_shown(
    status: JobStatus, values: dict[str, Any], live: Live | None, shown: Shown
) -> None:
    assert shown_of(make_job(status, **values), live) is shown


@pytest.mark.parametrize(
    ("why", "shown"),
    [
        (Why.TURN, S.QUEUED),
        (Why.QUEUE_PAUSED, S.QUEUED),
        (Why.HOURS, S.QUEUED),
        (Why.ENGINE_MISSING, S.WAITING),
        (Why.ENGINE_LIMIT, S.WAITING),
        (Why.STORE, S.WAITING),
    ],
)
def test_a_ready_job_waits_when_something_else_than_its_turn_is_missing(
    why: Why, shown: Shown
) -> None:
    assert shown_of(make_job(), None, Reason(why, "because")) is shown


def test_every_state_has_a_word_an_icon_and_a_colour() -> None:
    for shown in Shown:
        pill = pill_of(shown)
        assert label_of(shown)
        assert word_of(shown)
        assert pill.icon
        assert pill.text


def test_no_two_states_look_and_read_the_same() -> None:
    looks = {(shown.icon, word_of(shown), shown.colour) for shown in Shown}
    assert len(looks) == len(Shown)
