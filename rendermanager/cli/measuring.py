"""The commands `resources` and `usage`: what the machine does, and what renders take of it."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import print_json, print_lines, say, table
from rendermanager.core.amounts import size_words
from rendermanager.services.views import View

INTERVAL_S: Final = 1.0


@click.command()
@click.option("--watch", "-w", is_flag=True, help="A line each second, until Ctrl+C.")
@json_option
@pass_context
def resources(context: CliContext, watch: bool) -> None:
    """Show how busy this machine is, and what each render takes."""
    if watch:
        _watch(context)
        return
    view = _look(context)
    if context.as_json:
        print_json(view)
        return
    memory = view["memory"]
    cores = " ".join(_share(each) for each in view["cores"])
    rows = [
        ("CPU", _share(view["cpu"]), cores),
        (
            "Memory",
            f"{size_words(memory['used'])} of {size_words(memory['total'])}",
            f"renders are started up to {size_words(memory['ceiling'])}",
        ),
    ]
    rows += [("GPU", _share(each["load"]), _card(each)) for each in view["cards"]]
    rows += [("Disk", each["mount"], _volume(each)) for each in view["volumes"]]
    print_lines(table(rows), as_json=False)
    if view["renders"]:
        heads = ("JOB", "CORES", "MEMORY", "STORAGE", "VRAM", "PROCESSES")
        say("")
        print_lines(table([heads, *map(_render, view["renders"])]), as_json=False)


@click.command()
@click.argument("job_id", metavar="ID", type=int)
@json_option
@pass_context
def usage(context: CliContext, job_id: int) -> None:
    """Show what each attempt of a job has taken."""
    with context.link() as link:
        views = link.perform("usage", job_id=job_id)
    if context.as_json:
        print_lines(views, as_json=True)
        return
    heads = ("ATTEMPT", "MEMORY", "CPU TIME", "CORES", "READ", "WRITTEN", "VRAM", "USUALLY")
    print_lines(table([heads, *map(_attempt, views)]), as_json=False)


def _watch(context: CliContext) -> None:
    """Print a line each second until nobody reads any more.

    Raises:
        KeyboardInterrupt: It was told to end.
    """
    with _ended_as_by_a_key():
        heard = True
        while heard:
            begin = time.monotonic()
            view = _look(context)
            heard = print_json(view) if context.as_json else say(_line(view))
            # The rest of the second: what the look took is part of it.
            time.sleep(max(0.0, INTERVAL_S - (time.monotonic() - begin)))


@contextmanager
def _ended_as_by_a_key() -> Iterator[None]:
    """Meanwhile SIGTERM does what Ctrl+C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _look(context: CliContext) -> View:
    """The machine now; whoever renders may come and go between two looks."""
    with context.link() as link:
        view: View = link.perform("resources")
    return view


def _line(view: View) -> str:
    """All of it on one line; what renders is added up."""
    at = datetime.fromisoformat(view["at"]).astimezone()
    memory, renders = view["memory"], view["renders"]
    told = [
        f"{at:%H:%M:%S}",
        f"CPU {_share(view['cpu'])}",
        f"memory {size_words(memory['used'])} of {size_words(memory['total'])}",
        *(f"GPU {_share(card['load'])}" for card in view["cards"]),
        f"renders {len(renders)}",
    ]
    if renders:
        cores = sum(each["cores"] or 0.0 for each in renders)
        held = size_words(sum(each["memory"] for each in renders))
        told.append(f"they take {cores:.1f} cores, {held}")
    return "  ".join(told)


def _share(part: float | None) -> str:
    return "–" if part is None else f"{part:.0%}"


def _size(size: float | None) -> str:
    return "–" if size is None else size_words(int(size))


def _card(card: View) -> str:
    told = [card["name"]]
    if card["memory_total"]:
        told.append(f"{size_words(card['memory_used'])} of {size_words(card['memory_total'])}")
    if card["celsius"] is not None:
        told.append(f"{card['celsius']:.0f} °C")
    return ", ".join(told)


def _volume(volume: View) -> str:
    told = [f"{size_words(volume['free'])} free" if volume["free"] is not None else "no answer"]
    if volume["written_per_s"] is not None:
        told.append(f"{_size(volume['written_per_s'])}/s written")
        told.append(f"{_size(volume['read_per_s'])}/s read")
    return ", ".join(told)


def _render(render: View) -> tuple[str, ...]:
    cores, moved = render["cores"], render["moved_per_s"]
    return (
        str(render["job"]),
        "–" if cores is None else f"{cores:.1f}",
        size_words(render["memory"]),
        "–" if moved is None else f"{size_words(int(moved))}/s",
        _size(render["card_memory"] or None),
        str(render["processes"]),
    )


def _attempt(view: View) -> tuple[str, ...]:
    if view["memory"] is None:
        words = "too short to be measured" if view["outcome"] else "not measured yet"
        return (str(view["attempt"]), words, *[""] * 6)
    return (
        str(view["attempt"]),
        size_words(view["memory"]),
        f"{view['cpu_s']:.1f} s",
        "–" if view["cores"] is None else f"{view['cores']:.1f}",
        size_words(view["read"]),
        size_words(view["written"]),
        _size(view["card_memory"] or None),
        _size(view["usual_memory"]),
    )


COMMANDS: Final = (resources, usage)
