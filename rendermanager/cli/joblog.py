"""The command `log`: prints what a job's program said, and follows it while it runs."""

import codecs
import time
from pathlib import Path
from typing import Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import print_json, show_text
from rendermanager.core.errors import UserError
from rendermanager.core.status import JobStatus
from rendermanager.log import masked
from rendermanager.services.views import View

FOLLOW_INTERVAL_S: Final = 0.2


@click.command()
@click.argument("job_id", type=click.IntRange(min=1), metavar="ID")
@click.option("--follow", "-f", is_flag=True, help="Go on until the job ends.")
@json_option
@pass_context
def log(context: CliContext, job_id: int, follow: bool) -> None:
    """Print the log of a job's latest attempt."""
    with context.link() as link:
        view: View = link.perform("show", job_id=job_id)
        path = _latest_log(view)
        if path is None and not follow:
            raise UserError(f"Job {job_id} has no log yet.", "It has not started.")
        if path is not None and not path.exists() and not follow:
            raise UserError(f"The log “{path}” is gone.")
        reader = _LogReader(path, as_json=context.as_json)
        reader.print_new()
        while follow and not JobStatus(view["status"]).is_ended:
            time.sleep(FOLLOW_INTERVAL_S)
            view = link.perform("show", job_id=job_id)
            if (newest := _latest_log(view)) != reader.path:
                reader = _LogReader(newest, as_json=context.as_json)
            reader.print_new()
        reader.print_new(last=True)


def _latest_log(view: View) -> Path | None:
    for attempt in reversed(view["history"]):
        if attempt["log"]:
            return Path(attempt["log"])
    return None


class _LogReader:
    """Prints what a log has grown by: as it stands, or each line as a JSON object.

    Attributes:
        path: The log; None while there is none.
    """

    def __init__(self, path: Path | None, *, as_json: bool) -> None:
        self.path = path
        self._as_json = as_json
        self._at = 0
        # A character may be written in two halves.
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    def print_new(self, *, last: bool = False) -> None:
        """Print it; with `last`, also a line without an end."""
        text = self._decoder.decode(self._read(), last).replace("\r", "\n")
        # Whole lines: what is to be masked may come in two halves.
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            self._print(line, "\n")
        if last and self._rest:
            self._print(self._rest, "")
            self._rest = ""

    def _print(self, line: str, end: str) -> None:
        if self._as_json:
            print_json({"line": masked(line)})
        else:
            show_text(masked(line) + end)

    def _read(self) -> bytes:
        if self.path is None:
            return b""
        try:
            with self.path.open("rb") as file:
                file.seek(self._at)
                found = file.read()
        except FileNotFoundError:
            return b""
        self._at += len(found)
        return found
