"""Ways in which a database is damaged."""

import random
from collections.abc import Callable
from pathlib import Path

PAGE = 4096


def log_of(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def bit_flips(database: Path, chance: random.Random) -> None:
    content = bytearray(database.read_bytes())
    for _ in range(chance.choice([1, 1, 2, 20, 300])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    database.write_bytes(content)


def cut_off(database: Path, chance: random.Random) -> None:
    content = database.read_bytes()
    length = chance.choice(
        [chance.randrange(len(content)), chance.randrange(0, len(content), PAGE)]
    )
    database.write_bytes(content[:length])


def zeroed_pages(database: Path, chance: random.Random) -> None:
    content = bytearray(database.read_bytes())
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(0, len(content), PAGE)
        content[at : at + PAGE] = bytes(len(content[at : at + PAGE]))
    database.write_bytes(content)


def garbage_pages(database: Path, chance: random.Random) -> None:
    content = bytearray(database.read_bytes())
    at = chance.randrange(0, len(content), PAGE)
    content[at : at + PAGE] = chance.randbytes(len(content[at : at + PAGE]))
    database.write_bytes(content)


def garbage_head(database: Path, chance: random.Random) -> None:
    content = bytearray(database.read_bytes())
    length = chance.choice([16, 100, PAGE])
    content[:length] = chance.randbytes(length)
    database.write_bytes(content)


def swapped_pages(database: Path, chance: random.Random) -> None:
    content = bytearray(database.read_bytes())
    one, other = (chance.randrange(0, len(content), PAGE) for _ in range(2))
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    content[one : one + PAGE], content[other : other + PAGE] = second, first
    database.write_bytes(content)


def empty(database: Path, _chance: random.Random) -> None:
    database.write_bytes(b"")


def another_file(database: Path, chance: random.Random) -> None:
    database.write_bytes(chance.choice([b"name,source\n" * 999, chance.randbytes(50_000), b"\n"]))


def missing_log(database: Path, _chance: random.Random) -> None:
    log_of(database).unlink(missing_ok=True)


def garbage_log(database: Path, chance: random.Random) -> None:
    log_of(database).write_bytes(chance.randbytes(chance.choice([10, 5_000, 80_000])))


def flips_in_log(database: Path, chance: random.Random) -> None:
    if log_of(database).exists():
        bit_flips(log_of(database), chance)


def cut_off_log(database: Path, chance: random.Random) -> None:
    if log_of(database).exists():
        content = log_of(database).read_bytes()
        log_of(database).write_bytes(content[: chance.randrange(len(content))])


DAMAGES: list[Callable[[Path, random.Random], None]] = [
    bit_flips,
    cut_off,
    zeroed_pages,
    garbage_pages,
    garbage_head,
    swapped_pages,
    empty,
    another_file,
    missing_log,
    garbage_log,
    flips_in_log,
    cut_off_log,
]
