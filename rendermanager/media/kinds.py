"""Which file names are media, and which readers of ffmpeg may open them."""

from pathlib import PurePath
from typing import Final

from rendermanager.core.source import SourceKind

VIDEO_EXTENSIONS: Final = frozenset(
    ".264 .265 .3g2 .3gp .apng .asf .avi .divx .dv .f4v .flv .gif .gxf .h264 .h265 .hevc .ivf"
    " .m2t .m2ts .m2v .m4v .mjpeg .mjpg .mkv .mov .mp4 .mpe .mpeg .mpg .mts .mxf .nut .obu .ogm"
    " .ogv .qt .rm .rmvb .ts .vob .webm .wmv .wtv .y4m".split()
)
"""Moving pictures. A GIF with one picture turns out as a still only when it is looked into."""
AUDIO_EXTENSIONS: Final = frozenset(
    ".aac .ac3 .aif .aifc .aiff .amr .ape .au .caf .dsf .dts .eac3 .flac .m4a .m4b .mka .mp2 .mp3"
    " .mpc .oga .ogg .opus .tta .w64 .wav .wma .wv".split()
)
IMAGE_EXTENSIONS: Final = frozenset(
    ".avif .bmp .dds .dpx .exr .hdr .ico .j2k .jp2 .jpe .jpeg .jpg .jxl .pam .pbm .pcx .pfm .pgm"
    " .png .ppm .psd .qoi .sgi .tga .tif .tiff .webp".split()
)
MEDIA_EXTENSIONS: Final = VIDEO_EXTENSIONS | AUDIO_EXTENSIONS | IMAGE_EXTENSIONS

VIDEO_DEMUXERS: Final = tuple(
    "apng asf av1 avi dirac dnxhd dv evc flv gif gxf h261 h263 h264 hevc ivf m4v matroska mjpeg"
    " mov mpeg mpegts mpegvideo mxf nut obu ogg rm vc1 vvc wtv yuv4mpegpipe".split()
)
AUDIO_DEMUXERS: Final = tuple(
    "aac ac3 aiff amr ape asf au caf dsf dts dtshd eac3 flac loas matroska mlp mov mp3 mpc mpc8"
    " ogg tak truehd tta w64 wav wv".split()
)
IMAGE_DEMUXERS: Final = tuple(
    "apng bmp_pipe dds_pipe dpx_pipe exr_pipe gif hdr_pipe ico image2 j2k_pipe jpeg_pipe"
    " jpegls_pipe jpegxl_pipe mov pam_pipe pbm_pipe pcx_pipe pfm_pipe pgm_pipe pgmyuv_pipe"
    " phm_pipe png_pipe ppm_pipe psd_pipe qoi_pipe sgi_pipe sunrast_pipe tiff_pipe webp_anim"
    " webp_pipe".split()
)

DEMUXERS: Final = {
    SourceKind.VIDEO: VIDEO_DEMUXERS,
    SourceKind.AUDIO: AUDIO_DEMUXERS,
    SourceKind.IMAGE: IMAGE_DEMUXERS,
    SourceKind.SEQUENCE: IMAGE_DEMUXERS,
}
"""For ``format_whitelist``: none of these reads a list of other files, a device or a script."""


def kind_of(path: PurePath) -> SourceKind | None:
    """What a file of this name holds, going by its extension; None when it is no media."""
    extension = path.suffix.lower()
    if extension in VIDEO_EXTENSIONS:
        return SourceKind.VIDEO
    if extension in AUDIO_EXTENSIONS:
        return SourceKind.AUDIO
    if extension in IMAGE_EXTENSIONS:
        return SourceKind.IMAGE
    return None


def is_media(path: PurePath) -> bool:
    """Whether a file of this name is video, sound or a picture (no look at the disk)."""
    return kind_of(path) is not None


def format_whitelist(kind: SourceKind | None = None) -> str:
    """Names for ffmpeg's ``-format_whitelist``; of all kinds when `kind` is None.

    Raises:
        KeyError: `kind` is not read by ffmpeg.
    """
    if kind is not None:
        return ",".join(DEMUXERS[kind])
    return ",".join(sorted({name for names in DEMUXERS.values() for name in names}))
