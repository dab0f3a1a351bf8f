"""The keyring of this person: where secrets are kept, by name, and never on our disk."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from rendermanager.core.errors import BadInput, NotPossibleNow, UserError
from rendermanager.core.problem import Problem
from rendermanager.machine import messagebus

SERVICE: Final = "Render Manager"
_INDEX: Final = "(names)"
"""Keyrings cannot be listed: this entry holds the names, one on each line."""

T = TypeVar("T")


def read_secret(name: str) -> str:
    """The value of a secret. May ask the person to open the keyring, and wait for that.

    Raises:
        BadInput: There is no such secret.
        NotPossibleNow: There is no keyring, or it is locked.
    """
    value = _asked(lambda keyring: keyring.get_password(SERVICE, name))
    if value is None:
        # The job's own trouble: others of its engine are none the worse for it.
        text = f"There is no secret “{name}” in the keyring."
        hint = f"Store it with “rendermanager secret set {name}”, then run the job again."
        raise BadInput([Problem("argv", text, hint)])
    return str(value)


def write_secret(name: str, value: str) -> None:
    """Store a secret, or give it another value.

    Raises:
        NotPossibleNow: There is no keyring, or it refuses.
    """
    _asked(lambda keyring: keyring.set_password(SERVICE, name, value))
    _write_names({*secret_list(), name})


def remove_secret(name: str) -> None:
    """Forget a secret.

    Raises:
        UserError: There is none of this name.
        NotPossibleNow: There is no keyring, or it refuses.
    """
    if _asked(lambda keyring: keyring.get_password(SERVICE, name)) is None:
        raise UserError(f"There is no secret “{name}”.", "See “rendermanager secret list”.")
    _asked(lambda keyring: keyring.delete_password(SERVICE, name))
    _write_names(set(secret_list()) - {name})


def secret_list() -> Sequence[str]:
    """The names of the secrets, in order.

    Raises:
        NotPossibleNow: There is no keyring.
    """
    names = _asked(lambda keyring: keyring.get_password(SERVICE, _INDEX))
    return sorted(str(names).splitlines()) if names else []


def _write_names(names: set[str]) -> None:
    _asked(lambda keyring: keyring.set_password(SERVICE, _INDEX, "\n".join(sorted(names))))


def _asked(question: Callable[[Any], T]) -> T:
    """The answer of the keyring.

    Raises:
        NotPossibleNow: The package or a keyring is missing, or the keyring is locked.
    """
    try:
        # An optional package, and slow to import.
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415
    except ImportError as error:
        raise NotPossibleNow(
            "Secrets need the Python package “keyring”, which is not installed.",
            "Install it with: pip install keyring",
        ) from error
    if messagebus.is_silent("SESSION"):
        # The keyring would be asked over it, and waited for without a limit.
        raise NotPossibleNow(
            "The keyring cannot be asked: the message bus of the desktop does not answer.",
            "Sign in to the desktop anew, then try again.",
        )
    try:
        return question(keyring)
    except NoKeyringError as error:
        raise NotPossibleNow(
            "This machine has no keyring to keep secrets in.",
            "Start one, such as GNOME Keyring or KWallet, and sign in to the desktop.",
        ) from error
    except KeyringError as error:
        raise NotPossibleNow(
            f"The keyring did not answer as it should: {str(error) or type(error).__name__}.",
            "Unlock it, then try again.",
        ) from error
