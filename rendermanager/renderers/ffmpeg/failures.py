"""What ffmpeg says when it fails, and what that means for a person.

Lines of 4.4 to 9.0 are known. Benign lines stand first, then causes from particular to broad;
generic ones count only where nothing better was said.
"""

from collections.abc import Sequence
from typing import Final

from rendermanager.core.failure import Cause, FailureKind, FailureRule, Retry, rule
from rendermanager.renderers.system_failures import SAID, SYSTEM_RULES

_INPUT: Final = FailureKind.INVALID_INPUT
_RESOURCE: Final = FailureKind.RESOURCE_EXHAUSTION
_SYSTEM: Final = FailureKind.SYSTEM_ERROR
_SOFTWARE: Final = "Clear the setting “encoder”, so that the processor encodes."

_BENIGN: Final = (
    rule(r"non.?monoton(?:ic(?:ally increasing)?|ous) dts", None),
    rule(
        r"timestamps are unset in a packet|pts has no value|invalid dts|dts .{0,40} out of order",
        None,
    ),
    rule(r"deprecated pixel format used", None),
    rule(r"\d+ frames left in the queue on closing", None),
    rule(r"misdetection possible|estimating duration from bitrate", None),
    rule(r"past duration .{0,40} too large|vbv underflow|mbs_per_sec|frame rate very high", None),
    rule(r"no filtered frames for output stream, trying to initialize anyway", None),
    rule(r"if you want to help, upload a sample", None),
    rule(r"multiple -?(?:c|codec|filter|map)\b.{0,60}options specified", None),
)

_GRAPHICS: Final = (
    rule(
        r"OpenEncodeSessionEx failed: out of memory",
        _RESOURCE,
        "All encoder sessions of the graphics card are in use.",
        "Render fewer at once on the graphics card.",
        Retry.BACKOFF,
        cause=Cause.GRAPHICS_MEMORY,
    ),
    rule(
        r"driver does not support the required nvenc api version|minimum required nvidia driver",
        _SYSTEM,
        "The NVIDIA driver is too old for this ffmpeg.",
        f"Update the driver. Until then: {_SOFTWARE}",
        Retry.AFTER_FIX,
        cause=Cause.GRAPHICS,
    ),
    rule(
        r"cannot load (?:nvcuda|libcuda|nvencodeapi|libnvidia-encode)",
        _SYSTEM,
        "There is no NVIDIA driver on this machine.",
        _SOFTWARE,
        Retry.AFTER_FIX,
        cause=Cause.GRAPHICS,
    ),
    rule(
        r"no (?:nvenc )?capable devices found|OpenEncodeSessionEx failed|CUDA_ERROR_NO_DEVICE"
        r"|10 bit encode not supported|codec not supported by (?:this )?(?:gpu|device)",
        _SYSTEM,
        "The graphics card cannot encode this.",
        _SOFTWARE,
        Retry.AFTER_FIX,
        cause=Cause.GRAPHICS,
    ),
    rule(
        r"error (?:creating a|initializing an internal) mfx session|no va display found"
        r"|failed to initiali[sz]e vaapi|device creation failed|amfrt(?:64|32)?\S* failed to open"
        r"|cannot create compression session|encoder not found for hwdevice",
        _SYSTEM,
        "The hardware encoder is not available on this machine.",
        _SOFTWARE,
        Retry.AFTER_FIX,
        cause=Cause.GRAPHICS,
    ),
)

_SETTINGS: Final = (
    rule(
        r"unknown encoder '([^']*)'",
        _INPUT,
        "This ffmpeg has no encoder “{0}”.",
        "Choose another ffmpeg in the settings, or another preset.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"unknown decoder '([^']*)'|decoder \(codec ([^)]*)\) not found|no decoder found for",
        _INPUT,
        "This ffmpeg cannot read the source's codec “{0}{1}”.",
        "Choose a newer ffmpeg in the settings, or convert the source.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"(?:width|height) not divisible by 2 \((\d+x\d+)\)",
        _INPUT,
        "The picture size {0} is odd, which this codec does not take.",
        "Set an even width and height.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"picture (?:width|height) must be an integer multiple of the specified chroma",
        _INPUT,
        "The picture size is odd, which this codec does not take.",
        "Set an even width and height.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"input dimensions too small, input must be at least (\d+x\d+)",
        _INPUT,
        "The picture is smaller than this codec allows ({0}).",
        "Set a larger width and height.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"invalid width x height|picture size is too large|source (?:width|height) must be"
        r"|picture size \d+x\d+ is invalid|dimensions \d+x\d+ (?:too large|invalid)",
        _INPUT,
        "The codec does not take pictures of this size.",
        "Set another width and height.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"only vp8 or vp9 or av1|could not find tag for codec|codec not (?:currently )?supported in"
        r"|codec \S+ not supported in|muxer does not support any stream of type"
        r"|only (?:one|a single) \w+ stream",
        _INPUT,
        "The container cannot hold one of the codecs.",
        "Choose another container, such as mkv.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"matches no streams|does not contain any stream",
        _INPUT,
        "The source has no stream of the kind that is needed.",
        "Choose a preset that fits the source.",
    ),
    rule(
        r"output file (?:#\d+ )?is empty, nothing was encoded",
        _INPUT,
        "The chosen part of the source holds nothing.",
        "Check the start and the end.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"too many packets buffered for output stream",
        _INPUT,
        "Sound and pictures of the source lie too far apart.",
        "Raise ffmpeg's max_muxing_queue_size, or convert sound and pictures one by one.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"can't write packet with unknown timestamp",
        _INPUT,
        "The pictures of the source do not say when they are shown, so they cannot be copied.",
        "Choose a preset that encodes them.",
    ),
    rule(
        r"unrecognized option '([^']*)'|option not found|no such filter: '([^']*)'",
        _SYSTEM,
        "This ffmpeg does not know something that is needed: {0}{1}.",
        "Choose a newer ffmpeg in the settings.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"unknown input format: '?([^']*)'?|requested output format '?([^']*?)'? is not",
        _INPUT,
        "This ffmpeg does not know the format “{0}{1}”.",
        "Choose a newer ffmpeg in the settings.",
        Retry.AFTER_FIX,
    ),
)

_FILES: Final = (
    rule(
        r"moov atom not found",
        _INPUT,
        "The source is cut off, or still being written: its index is missing.",
        "Wait until it is complete, or copy it again.",
        Retry.ONCE,
    ),
    rule(
        r"protocol '([^']*)' not on whitelist",
        _INPUT,
        "The source leads to another place ({0}), which is not followed for safety.",
        "Render from a file that holds its own pictures and sound.",
    ),
    rule(
        r"format not on whitelist",
        _INPUT,
        "The source is not what its name says, and is not opened for safety.",
        "Export it again in a usual format.",
    ),
    rule(
        r"could find no file (?:or sequence )?with path",
        _INPUT,
        "The pictures of the sequence are not where they were.",
        "Check the folder, or bring the drive back.",
        Retry.ONCE,
    ),
    rule(
        r"already exists\. (?:overwrite|exiting)|not overwriting - exiting",
        _INPUT,
        "The output exists already.",
        "Choose another name, or remove the old file.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"exiting normally, received signal (\d+)",
        _SYSTEM,
        "The render was stopped from outside (signal {0}).",
        "",
        Retry.ONCE,
    ),
    rule(
        r"error opening output.{0,4096}: permission denied",
        _INPUT,
        "The output may not be written.",
        "Check the rights of its folder, and whether another program holds the file.",
        Retry.AFTER_FIX,
        cause=Cause.READ_ONLY,
    ),
    rule(
        r"error opening input.{0,4096}: permission denied",
        _INPUT,
        "The source may not be read.",
        "Check the rights of the file and of its folder.",
        Retry.AFTER_FIX,
    ),
    rule(
        SAID + r"(?:permission denied|access is denied)",
        _INPUT,
        "A file or folder may not be read or written.",
        "Check the rights of the source and of the output's folder.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"error opening output.{0,4096}: no such file or directory",
        _INPUT,
        "The folder of the output is gone.",
        "Bring the drive back, or choose another folder.",
        Retry.ONCE,
        cause=Cause.GONE,
    ),
    rule(
        r"error opening input.{0,4096}: no such file or directory",
        _INPUT,
        "The source is not where it was.",
        "Check the path, or bring the drive back.",
        Retry.ONCE,
    ),
    rule(
        SAID + r"no such file or directory",
        _INPUT,
        "A file is not where it was.",
        "Check the path, or bring the drive back.",
        Retry.ONCE,
    ),
    rule(SAID + r"is a directory", _INPUT, "The source is a folder.", "Choose a file."),
)

_GENERIC: Final = (
    rule(
        r"file ended prematurely|partial file|truncat(?:ed|ing) packet",
        _INPUT,
        "The source ends before its time: it is cut off, or still being written.",
        "Wait until it is complete, or copy it again.",
        Retry.ONCE,
        generic=True,
    ),
    rule(
        r"invalid data found when processing input|could not find codec parameters",
        _INPUT,
        "The source is damaged or of an unsupported kind.",
        "Play it to see where it breaks, or export it again.",
        generic=True,
    ),
    rule(
        r"error while opening encoder|error setting (?:profile|preset)|could not write header"
        r"|impossible to convert between the formats|error selecting an encoder"
        r"|error reinitializing filters",
        _INPUT,
        "The encoder refused the settings.",
        "Try a built-in preset; the log above says more.",
        Retry.AFTER_FIX,
        generic=True,
    ),
    rule(
        r"conversion failed!",
        _INPUT,
        "The render could not be finished; the log above says why.",
        generic=True,
    ),
    rule(
        SAID + r"invalid argument",
        _INPUT,
        "What was asked for was refused; the log above says more.",
        generic=True,
    ),
)

FAILURE_RULES: Final[Sequence[FailureRule]] = (
    *_BENIGN,
    *_GRAPHICS,
    *_SETTINGS,
    *SYSTEM_RULES,
    *_FILES,
    *_GENERIC,
)
