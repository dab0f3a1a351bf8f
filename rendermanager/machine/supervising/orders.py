"""A start order as it arrives, checked field by field."""

DEFAULT_OUT_CAP = 64 * 1024 * 1024
MAX_SECONDS = 86400.0
#: Beside the log while a render goes on without the app: the output that is meant for machines.
PROGRESS_SUFFIX = ".progress"

Fields = dict[str, object]


class BadOrder(ValueError):
    """A field of an order is missing or of the wrong kind."""


def whole(fields: Fields, name: str, default: int | None = None) -> int:
    """A whole number; without a default the field is required."""
    value = fields.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadOrder(f"{name} must be a whole number")
    return value


def text(fields: Fields, name: str) -> str | None:
    """A text, or None when the field is absent or null."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise BadOrder(f"{name} must be a text or null")
    return value


def flag(fields: Fields, name: str) -> bool:
    """True or false; absent means false."""
    value = fields.get(name, False)
    if not isinstance(value, bool):
        raise BadOrder(f"{name} must be true or false")
    return value


def seconds(fields: Fields, name: str, default: float) -> float:
    """A time from 0 s to a day."""
    value = fields.get(name, default)
    # The comparison is false for NaN, which the JSON reader lets through.
    if isinstance(value, int | float) and 0 <= value <= MAX_SECONDS:
        return float(value)
    raise BadOrder(f"{name} must be a number of seconds from 0 to {MAX_SECONDS:.0f}")


def _argv(fields: Fields) -> list[str]:
    value = fields.get("argv")
    if not isinstance(value, list) or not value:
        raise BadOrder("argv must be a list that begins with the program")
    for part in value:
        if not isinstance(part, str) or "\0" in part:
            raise BadOrder("argv must hold texts without a null character")
    return value


def _env(fields: Fields) -> dict[str, str] | None:
    value = fields.get("env")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise BadOrder("env must be an object or null")
    for key, part in value.items():
        if not key or "=" in key or not isinstance(part, str) or "\0" in key + part:
            raise BadOrder("env must map names to texts without a null character")
    return value


def _hidden(fields: Fields) -> list[str]:
    value = fields.get("hidden") or []
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise BadOrder("hidden must be a list of texts")
    return value


class Start:
    """What to run, where, and where its output goes.

    Attributes:
        header: What stands at the top of the log: what is run, when and how.
        hidden: Texts that are taken out of everything the program prints.
        machine: Standard output is progress for the app; it is kept out of the log.
        result: Where to write the outcome when the app is not there to take it.
        out_cap: Most bytes that the log may take.
        quiet_stdin: The renderer reads an end of file instead of waiting for a word from us.
    """

    __slots__ = (
        "argv",
        "cwd",
        "env",
        "header",
        "hidden",
        "id",
        "log",
        "machine",
        "nice",
        "out_cap",
        "quiet_stdin",
        "result",
        "tag",
    )

    def __init__(self, fields: Fields) -> None:
        self.id = whole(fields, "id")
        self.argv = _argv(fields)
        self.cwd = text(fields, "cwd")
        self.env = _env(fields)
        self.log = text(fields, "log")
        self.header = text(fields, "header") or ""
        self.result = text(fields, "result")
        self.tag = text(fields, "tag") or ""
        self.hidden = _hidden(fields)
        self.machine = flag(fields, "machine")
        self.nice = whole(fields, "nice", 0)
        self.out_cap = whole(fields, "out_cap", DEFAULT_OUT_CAP)
        self.quiet_stdin = flag(fields, "quiet_stdin")
        if "\0" in self.tag:
            raise BadOrder("tag must not hold a null character")
        if self.out_cap < 0:
            raise BadOrder("out_cap must not be negative")
