"""What a person can set for an ffmpeg render."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from rendermanager.core.problem import Problem
from rendermanager.renderers.ffmpeg.setting_checks import setting_problems
from rendermanager.renderers.ffmpeg.words import AudioCodec, Fit, Speed, VideoCodec


@dataclass(frozen=True, slots=True, kw_only=True)
class FfmpegSettings:
    """Settings of one ffmpeg render. Empty texts and zeros mean: choose for me."""

    video: Annotated[VideoCodec, Meta(description="How pictures are written.")] = VideoCodec.H264
    audio: Annotated[AudioCodec, Meta(description="How sound is written.")] = AudioCodec.AUTO
    container: Annotated[
        str, Meta(description="Kind of file, by its extension: mp4, mov, mkv, webm …")
    ] = ""
    still: Annotated[
        bool, Meta(description="Write one picture, the one at `start`, instead of all of them.")
    ] = False
    crf: Annotated[
        Annotated[int, Meta(ge=0, le=63)] | None,
        Meta(description="Constant quality of H.264, H.265, AV1 and VP9: lower is better."),
    ] = None
    quality: Annotated[
        Annotated[int, Meta(ge=1, le=100)] | None,
        Meta(description="Quality of JPEG and WebP in percent; 100 makes WebP lossless."),
    ] = None
    bitrate: Annotated[
        int | str, Meta(description="Bits per second of the pictures instead of `crf`: 8M, 800k.")
    ] = ""
    speed: Annotated[
        Speed, Meta(description="How long the encoder may take to make the file small.")
    ] = Speed.MEDIUM
    profile: Annotated[
        str, Meta(description="ProRes: hq, lt, 4444 …; DNxHR: lb, sq, hq …; H.264: main, high …")
    ] = ""
    pixel_format: Annotated[
        str, Meta(description="ffmpeg's name, such as yuv420p10le; empty keeps depth and alpha.")
    ] = ""
    encoder: Annotated[
        str, Meta(description="A certain encoder, such as h264_nvenc, instead of the usual one.")
    ] = ""
    width: Annotated[int, Meta(ge=0, le=65535, description="Pixels; 0 follows the height.")] = 0
    height: Annotated[int, Meta(ge=0, le=65535, description="Pixels; 0 follows the width.")] = 0
    scale: Annotated[
        float, Meta(gt=0, le=8, description="Factor for both sides, instead of width and height.")
    ] = 1.0
    fit: Annotated[
        Fit, Meta(description="What happens when width and height have another shape.")
    ] = Fit.INSIDE
    fps: Annotated[
        float | str, Meta(description="Frames per second of the result: 25, 23.976, 24000/1001.")
    ] = ""
    start: Annotated[
        float | str, Meta(description="Leave out what comes before: seconds, or 0:01:30.5.")
    ] = ""
    end: Annotated[
        float | str, Meta(description="Leave out what comes after: seconds, or 0:02:00.")
    ] = ""
    audio_bitrate: Annotated[int | str, Meta(description="Bits per second of the sound: 192k.")] = (
        ""
    )
    sequence_rate: Annotated[
        float | str, Meta(description="Frames per second of an image sequence that is read.")
    ] = 25
    sound: Annotated[
        str, Meta(description="A file whose sound goes with the pictures of an image sequence.")
    ] = ""
    first_frame: Annotated[
        int, Meta(ge=0, le=99_999_999, description="Number of the first picture written.")
    ] = 1

    def check(self) -> list[Problem]:
        """What is wrong with these values, whatever the source."""
        return setting_problems(self)
