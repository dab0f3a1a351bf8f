"""The film that a first job renders."""

from rendermanager.core.source import SourceKind
from rendermanager.media.reader import MediaReader
from tests.renderers.rendering import SAMPLE

MOST_BYTES = 700_000


def test_the_sample_is_a_small_film_with_sound(media: MediaReader) -> None:
    info = media.probe(SAMPLE)
    assert info.kind is SourceKind.VIDEO
    assert (info.width, info.height, info.rate) == (1280, 720, "24/1")
    assert (info.video_codec, info.audio_codec) == ("h264", "aac")
    assert 6 <= info.duration_s <= 8
    assert info.size_bytes < MOST_BYTES
    assert media.measure(SAMPLE, full=True).decodes


def test_the_way_it_was_made_is_kept() -> None:
    script = SAMPLE.parents[2] / "packaging" / "make_sample.sh"
    assert "resources/samples/sample.mov" in script.read_text(encoding="utf-8")
