"""The ffmpeg engine: transcodes, stills, image sequences and sound."""

from rendermanager.renderers.ffmpeg.engine import FfmpegEngine

__all__ = ["FfmpegEngine"]
