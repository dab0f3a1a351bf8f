"""What can be tried of After Effects and nexrender without a project, which only a person has."""

from pathlib import Path
from typing import Final

from rendermanager.config.resources import resource
from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import Command, EngineVersion, Trial
from rendermanager.renderers.nexrender import locate
from rendermanager.renderers.nexrender.command import confined_node
from rendermanager.renderers.nexrender.preflight import patch_problems

DID: Final = (
    "nexrender and its actions load, and aerender tells its version. Nothing was rendered: that "
    "takes a project of yours"
)
SCRIPT_NAME: Final = "trial.cjs"


def trial(version: EngineVersion, folder: Path) -> Trial:
    """Load nexrender as a job does, confined as it is, and ask aerender for its version.

    Args:
        version: After Effects and what drives it.
        folder: An empty folder, the only one that it may write into.

    Raises:
        BadInput: The script of After Effects that nexrender changes is not as it has to be.
    """
    blocking = [each for each in patch_problems(version.program, version) if each.blocks]
    if blocking:
        raise BadInput(blocking)
    actions = [
        str(path) for name, path in version.helpers.items() if name.startswith(locate.MODULE)
    ]
    words = (
        *confined_node(version, (folder,)),
        str(folder / SCRIPT_NAME),
        *(str(version.program), str(version.helpers[locate.NEXRENDER]), *actions),
    )
    files = {SCRIPT_NAME: resource("nexrender", SCRIPT_NAME).read_bytes()}
    return Trial(Command(words, folder, files=files), (), DID)
