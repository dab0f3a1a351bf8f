"""Names of settings and of their words, as artists read them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

LONGEST_FORMAT = 4
"""Letters of a format that is written in capitals, like MP4 and JPEG."""


def label_of(name: str) -> str:
    """What a setting is called in a form; one we do not know is called as its engine calls it."""
    labels = {
        "crf": translate("Settings", "Quality (CRF)"),
        "quality": translate("Settings", "Quality"),
        "speed": translate("Settings", "Encoder"),
        "width": translate("Settings", "Width"),
        "height": translate("Settings", "Height"),
        "fit": translate("Settings", "Shape"),
        "fps": translate("Settings", "Frame rate"),
        "sequence_rate": translate("Settings", "Read frames at"),
        "start": translate("Settings", "From"),
        "end": translate("Settings", "To"),
        "audio": translate("Settings", "Sound"),
        "audio_bitrate": translate("Settings", "Sound bit rate"),
        "percent": translate("Settings", "Size in percent"),
        "chunk": translate("Settings", "Frames per part"),
        "frame_start": translate("Settings", "First frame"),
        "frame_end": translate("Settings", "Last frame"),
        "increment": translate("Settings", "Every … frame"),
        "multi_frames": translate("Settings", "Several frames at once"),
        "multi_frames_cpu": translate("Settings", "Processors for that, %"),
        "max_memory": translate("Settings", "Memory, %"),
        "image_cache": translate("Settings", "Image cache, %"),
        "output_ext": translate("Settings", "Extension"),
        "after_effects": translate("Settings", "After Effects of"),
        "allow_missing": translate("Settings", "Allow missing files"),
        "continue_on_missing": translate("Settings", "Allow missing files"),
        "entry": translate("Settings", "Number in the file"),
    }
    return labels.get(name) or name.replace("_", " ").capitalize()


def word_of(name: str, value: str) -> str:
    """What one word of a setting means."""
    words = {
        ("fit", "inside"): translate("Settings", "Fit inside"),
        ("fit", "shrink"): translate("Settings", "Fit inside, never enlarge"),
        ("fit", "pad"): translate("Settings", "Fill with bars"),
        ("fit", "crop"): translate("Settings", "Fill, cut the edges"),
        ("fit", "stretch"): translate("Settings", "Stretch"),
        ("audio", "auto"): translate("Settings", "Automatic"),
        ("audio", "aac"): "AAC",
        ("audio", "mp3"): "MP3",
        ("audio", "flac"): "FLAC",
        ("audio", "pcm16"): translate("Settings", "Uncompressed, 16 bit"),
        ("audio", "pcm24"): translate("Settings", "Uncompressed, 24 bit"),
        ("audio", "copy"): translate("Settings", "As in the source"),
        ("audio", "none"): translate("Settings", "No sound"),
        ("speed", "ultrafast"): translate("Settings", "Fastest, largest file"),
        ("speed", "superfast"): translate("Settings", "Extremely fast"),
        ("speed", "veryfast"): translate("Settings", "Very fast"),
        ("speed", "faster"): translate("Settings", "Faster"),
        ("speed", "fast"): translate("Settings", "Fast"),
        ("speed", "medium"): translate("Settings", "Balanced"),
        ("speed", "slow"): translate("Settings", "Slow, smaller file"),
        ("speed", "slower"): translate("Settings", "Slower"),
        ("speed", "veryslow"): translate("Settings", "Slowest, smallest file"),
        ("quality", "l"): translate("Settings", "480p, 15 frames/s"),
        ("quality", "m"): translate("Settings", "720p, 30 frames/s"),
        ("quality", "h"): translate("Settings", "1080p, 60 frames/s"),
        ("quality", "p"): translate("Settings", "1440p, 60 frames/s"),
        ("quality", "k"): translate("Settings", "2160p, 60 frames/s"),
        ("format", "webm"): "WebM",
    }
    if name == "format" and len(value) <= LONGEST_FORMAT:
        return words.get((name, value)) or value.upper()
    return words.get((name, value)) or value.replace("_", " ").capitalize()


def example_of(name: str) -> str:
    """What may be typed into a field of words."""
    examples = {"start": "0:00", "end": "0:00", "audio_bitrate": "192k", "frames": "1-100"}
    return examples.get(name, "")


RATES = ("23.976", "24", "25", "29.97", "30", "50", "59.94", "60")
"""Frame rates to choose from; others can be typed."""
RATE_FIELDS = frozenset({"fps", "sequence_rate"})
PAIRS = {"width": "height", "start": "end"}
"""Fields that stand on one line with the next one."""
SELDOM = frozenset(
    {
        *("chunk", "engine", "device", "denoise", "threads", "scripts", "renderer", "seed"),
        *("output_ext", "multi_frames", "multi_frames_cpu", "max_memory", "image_cache", "reuse"),
        *("after_effects", "confined"),
    }
)
"""Settings of our engines that are about the machine rather than the picture: they stand below."""
