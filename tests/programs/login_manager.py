"""A login manager for tests, on the system bus that the environment names.

Prints a line when it is ready, for each lock that is taken (what, who, why, mode), when a lock is
given back, and for whatever else it is told to do.
"""

import os
import select
import sys

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

ANSWERS = {"CanSuspend": "yes", "CanHibernate": "na", "CanPowerOff": "challenge"}
REFUSES = "--refuses" in sys.argv


def say(*words: object) -> None:
    print(*words, sep="|", flush=True)


def main() -> None:
    locks: list[int] = []
    with open_dbus_connection(bus="SYSTEM", enable_fds=True) as connection:
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        say("ready")
        while True:
            released, _, _ = select.select(locks, [], [], 0)
            for lock in released:
                # Nobody writes into it: it can be read once the other end is closed.
                locks.remove(lock)
                os.close(lock)
                say("released")
            try:
                message = connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            if REFUSES:
                connection.send(new_error(message, "org.test.No", "s", ("not today",)))
                continue
            member = message.header.fields[HeaderFields.member]
            if member != "Inhibit":
                answer = ANSWERS.get(member)
                reply = (answer,) if answer else ()
                connection.send(new_method_return(message, "s" if answer else None, reply))
                if answer is None:
                    say(member, *message.body)
                continue
            kept, given = os.pipe()
            connection.send(new_method_return(message, "h", (given,)))
            os.close(given)
            locks.append(kept)
            say("held", *message.body)


main()
