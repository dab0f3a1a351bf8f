"""When a program has done its work, going by how it ended and what it said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rendermanager.core.failure import Failure, FailureKind, Retry


@dataclass(frozen=True, slots=True)
class Success:
    """What tells a program that has done its work from one that has not.

    Attributes:
        codes: Exit codes that mean so.
        must_say: Text that one of its lines has to hold, without regard to case; empty for none.
        must_not_say: Text that none of its lines may hold; empty for none.
        admission: Regular expression, without regard to case, for lines by which it admits that it
            failed whatever its exit code; empty for none.
    """

    codes: frozenset[int] = frozenset({0})
    must_say: str = ""
    must_not_say: str = ""
    admission: str = ""

    @property
    def listens(self) -> bool:
        """Whether what it said matters."""
        return bool(self.must_say or self.must_not_say or self.admission)

    def missed(self, lines: Iterable[str]) -> Failure | None:
        """What its words show to be wrong after it ended well, or None."""
        wanted, unwanted = self.must_say.casefold(), self.must_not_say.casefold()
        admits = re.compile(self.admission, re.IGNORECASE) if self.admission else None
        said = False
        for line in lines:
            if admits is not None and admits.search(line):
                message = "The program ended as if all were well, but its log says that it failed."
                return Failure(
                    FailureKind.SYSTEM_ERROR,
                    message,
                    "Its log says more.",
                    Retry.ONCE,
                    line.strip(),
                )
            small = line.casefold()
            if unwanted and unwanted in small:
                message = f"The program said “{self.must_not_say}”, which means that it failed."
                return Failure(
                    FailureKind.SYSTEM_ERROR, message, "Its log says more.", Retry.NO, line.strip()
                )
            said = said or (bool(wanted) and wanted in small)
        if said or not wanted:
            return None
        message = f"The program ended without having said “{self.must_say}”."
        return Failure(FailureKind.SYSTEM_ERROR, message, "Its log says more.", Retry.NO)


PLAIN_SUCCESS = Success()
"""Exit code 0, whatever it said."""
