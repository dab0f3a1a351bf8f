"""Jobs and places for the tests of the model of nexrender's jobs."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.renderers.nexrender.actions import HELP
from rendermanager.renderers.nexrender.assets import Script
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import Place, compile_job
from rendermanager.renderers.nexrender.jobread import Loaded, read_jobs

CORPUS = sorted((Path(__file__).parent / "nexrender_jobs").glob("*.json"))
BASE = PurePosixPath("/jobs")
FOLDER = PurePosixPath("/out/.rendermanager-7-1")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


def job(**fields: Any) -> dict[str, Any]:
    """A small good job, with these fields of its own."""
    return {"template": {"src": "/p/shot.aep", "composition": "main"}, **fields}


def with_asset(**fields: Any) -> dict[str, Any]:
    return job(assets=[fields])


def after(module: str, **fields: Any) -> dict[str, Any]:
    """An action after the render."""
    return {"module": f"@nexrender/action-{module}", **fields}


def with_actions(*actions: dict[str, Any], **template: Any) -> dict[str, Any]:
    value = job(actions={"postrender": list(actions)})
    value["template"].update(template)
    return value


def raw(value: Any) -> bytes:
    return json.dumps(value).encode()


def load(value: Any) -> Loaded:
    (found,) = read_jobs(raw(value))
    return found


def read(value: Any) -> Job:
    return load(value).job


def problems(value: Any) -> dict[str, Problem]:
    """What is wrong with a job, by the fields; an empty one when it is good."""
    content = value if isinstance(value, bytes) else raw(value)
    try:
        found = read_jobs(content)
    except BadInput as error:
        return {each.field: each for each in error.problems}
    return {each.field: each for one in found for each in one.notes}


def place(of: Job, folder: PurePath = FOLDER, base: PurePath = BASE) -> Place:
    """A place where every module is installed, and every script says the same."""
    scripts = {
        number: b"alert('hi');" for number, each in enumerate(of.assets) if isinstance(each, Script)
    }
    return Place(folder=folder, base=base, modules={name: name for name in HELP}, contents=scripts)


def compiled(value: Mapping[str, Any] | Job, **where: Any) -> dict[str, Any]:
    """What nexrender is given for a job."""
    wanted = value if isinstance(value, Job) else read(value)
    found: dict[str, Any] = json.loads(compile_job(wanted, place(wanted, **where)).text)
    return found
