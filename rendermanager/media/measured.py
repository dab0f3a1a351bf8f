"""What a result really holds, as against what it claims."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A media file that was read to its end. Unknown numbers are 0, unknown words empty.

    Attributes:
        container: Demuxer that read it, by ffmpeg's first name for it.
        duration_s: Seconds from the first picture or sound to the end of the last one.
        video_s: The same of the pictures alone; 0 for a still.
        audio_s: The same of the first audio stream alone.
        video_end_s: When the last picture ends, from the first picture or sound on; 0 for a still.
        audio_end_s: The same of the first audio stream.
        declared_s: Seconds that the file's header claims.
        frames: Pictures that are there; 1 for a still.
        rate: Average pictures per second as ``numerator/denominator``.
        width: Pixels, rotation and sample aspect not applied.
        height: Pixels.
        video_codec: ffmpeg's name.
        pixel_format: ffmpeg's name.
        audio_codec: ffmpeg's name of the first audio stream.
        audio_streams: Number of audio streams.
        size_bytes: Size of the file.
        decodes: Whether the parts that were decoded gave pictures and sound without an error.
        damaged: Pictures of it that decoded, but with errors that the decoder covered up; counted
            only where everything was decoded.
        error: What went wrong while reading or decoding, in ffmpeg's words; empty when nothing.
    """

    container: str = ""
    duration_s: float = 0.0
    video_s: float = 0.0
    audio_s: float = 0.0
    video_end_s: float = 0.0
    audio_end_s: float = 0.0
    declared_s: float = 0.0
    frames: int = 0
    rate: str = ""
    width: int = 0
    height: int = 0
    video_codec: str = ""
    pixel_format: str = ""
    audio_codec: str = ""
    audio_streams: int = 0
    size_bytes: int = 0
    decodes: bool = True
    damaged: int = 0
    error: str = ""
