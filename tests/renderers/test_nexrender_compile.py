"""Compiling nexrender's jobs: only what is ours and what is allowed comes out."""

import json
import os
import stat
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Severity
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import Place, compile_job, needed_modules
from rendermanager.renderers.nexrender.jobfiles import job_problems
from rendermanager.renderers.nexrender.jobground import Ground
from rendermanager.renderers.nexrender.jobneeds import needed_files
from rendermanager.renderers.nexrender.jobproducts import OUR_UID, expected_outputs
from rendermanager.renderers.nexrender.jobread import read_jobs
from rendermanager.renderers.nexrender.jobsources import file_uri, find_source, source_problems
from tests.renderers.nexrender_model import (
    BASE,
    CORPUS,
    FOLDER,
    JUNK,
    after,
    compiled,
    job,
    place,
    problems,
    raw,
    read,
    with_actions,
    with_asset,
)

OUTPUT = PurePosixPath("/out/shot.mov")
WORK = FOLDER / OUR_UID
TOP = {"uid", "template", "assets", "actions", "output"}


def test_only_our_fields_come_out() -> None:
    value = job(
        uid="../x",
        workpath="/home/ada",
        onChange="x()",
        output="/home/ada/x.mov",
        state="queued",
        secret=1,
    )
    found = compiled(value)
    assert set(found) == TOP
    assert found["uid"] == OUR_UID
    assert found["output"] == f"{WORK}/result.mov"
    template = found["template"]
    assert template.pop("src") == "file:///p/shot.aep"
    assert template == {
        "composition": "main",
        "name": "project.aep",
        "useOriginal": True,
        "outputExt": "mov",
        "imageSequence": False,
        "incrementFrame": 1,
        "continueOnMissing": False,
    }


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_is_compiled_is_a_job_that_compiles_to_itself(path: Path) -> None:
    for each in read_jobs(path.read_bytes()):
        first = compile_job(each.job, place(each.job))
        (again,) = read_jobs(first.text)
        assert not again.notes
        assert compiled(again.job) == json.loads(first.text)


@given(st.data())
def test_whatever_is_read_compiles_to_itself(data: st.DataObject) -> None:
    value = json.loads(data.draw(st.sampled_from(CORPUS)).read_bytes())
    for each in value if isinstance(value, list) else [value]:
        spot = data.draw(st.sampled_from([each, each["template"], *each.get("assets", [])]))
        for key in data.draw(st.lists(st.sampled_from(sorted(spot)), max_size=3)):
            spot[key] = data.draw(JUNK)
    try:
        loaded = read_jobs(raw(value))
    except BadInput:
        return
    for one in loaded:
        first = compile_job(one.job, place(one.job))
        assert set(json.loads(first.text)) == TOP
        (again,) = read_jobs(first.text)
        assert compiled(again.job) == json.loads(first.text)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ({}, "result.mov"),
        ({"outputExt": "mp4"}, "result.mp4"),
        ({"outputExt": "png"}, "result_[#####].png"),
        ({"outputExt": "JPG"}, "result_[#####].jpg"),
        ({"outputExt": "tif"}, "result_[#####].tif"),
        ({"outputExt": "exr"}, "result_[#####].exr"),
        ({"imageSequence": True}, "result_[#####].png"),
        ({"imageSequence": True, "outputExt": "sgi"}, "result_[#####].sgi"),
        ({"output": "a/b.avi"}, "result.avi"),
    ],
)
def test_the_extension_tells_films_from_numbered_pictures(
    template: dict[str, Any], written: str
) -> None:
    wanted = read(with_actions(**template))
    found = compiled(wanted)
    assert found["output"] == f"{WORK}/{written}"
    is_sequence = "#" in written
    assert found["template"]["imageSequence"] is is_sequence
    (expected,) = expected_outputs(wanted, FOLDER, OUTPUT)
    assert expected.written == f"{WORK}/{written.replace('[#####]', '%05d')}"
    assert expected.kind is (OutputKind.SEQUENCE if is_sequence else OutputKind.VIDEO)


def test_either_name_of_the_increment_is_read_and_the_right_one_written() -> None:
    assert compiled(with_actions(frameIncrement=3))["template"]["incrementFrame"] == 3
    assert compiled(with_actions(incrementFrame=4))["template"]["incrementFrame"] == 4


def test_a_copy_is_published_by_us_and_never_made_by_nexrender() -> None:
    wanted = read(
        with_actions(
            after("copy", output="final/a.mov"), frameStart=10, frameEnd=29, incrementFrame=2
        )
    )
    assert compiled(wanted)["actions"]["postrender"] == []
    (only,) = expected_outputs(wanted, FOLDER, OUTPUT)
    assert (only.written, only.final) == (f"{WORK}/result.mov", str(OUTPUT))
    assert only.frames == 10


def test_a_second_copy_is_a_second_file_in_the_folder_of_the_attempt() -> None:
    wanted = read(
        with_actions(after("copy", output="a.mov"), after("copy", output="/vault/"), frameEnd=4)
    )
    (copy,) = compiled(wanted)["actions"]["postrender"]
    assert copy == {
        "module": "@nexrender/action-copy",
        "input": f"{WORK}/result.mov",
        "output": f"{WORK}/copy-1.mov",
    }
    assert needed_modules(wanted) == {"@nexrender/action-copy"}
    first, second = expected_outputs(wanted, FOLDER, OUTPUT)
    assert first.written == f"{WORK}/result.mov"
    assert (second.written, second.final) == (f"{WORK}/copy-1.mov", "/vault/result.mov")
    assert first.frames == second.frames


def test_results_stay_where_the_job_wants_them_or_go_where_the_first_one_goes() -> None:
    wanted = read(with_actions(after("copy", output="a/x.mov"), after("copy", output="b/y.mov")))
    base = PurePosixPath("/jobs")
    kept = expected_outputs(wanted, FOLDER, PurePosixPath("/jobs/a/x_v002.mov"), base)
    moved = expected_outputs(wanted, FOLDER, PurePosixPath("/else/x.mov"), base)
    assert [each.final for each in kept] == ["/jobs/a/x_v002.mov", "/jobs/b/y.mov"]
    assert [each.final for each in moved] == ["/else/x.mov", "/else/b/y.mov"]


def test_an_encoding_stays_in_the_folder_of_the_attempt() -> None:
    encode = after("encode", preset="mp4", output="/etc/teaser.mp4", params={"-y": "/etc/passwd"})
    wanted = read(with_actions(encode, after("compress", input="/etc/teaser.mp4", output="x.zip")))
    found, packed = compiled(wanted)["actions"]["postrender"]
    assert found == {
        "module": "@nexrender/action-encode",
        "input": f"{WORK}/result.mov",
        "output": f"{WORK}/made-1.mp4",
        "params": {},
        "preset": "mp4",
    }
    assert packed["input"] == ["made-1.mp4"]
    assert packed["output"] == "made-2.zip"
    (expected,) = expected_outputs(wanted, FOLDER, OUTPUT)
    assert (expected.written, expected.kind) == (f"{WORK}/made-2.zip", OutputKind.FILE)


def test_an_encoding_may_read_a_film_of_this_machine() -> None:
    wanted = read(with_actions(after("encode", output="x.mp4", input="/p/music.wav")))
    (found,) = compiled(wanted)["actions"]["postrender"]
    assert found["input"] == "/p/music.wav"
    assert needed_files(wanted, BASE)[1].source.shown == "/p/music.wav"


def test_pictures_are_encoded_by_their_pattern() -> None:
    wanted = read(with_actions(after("encode", output="a.mp4"), outputExt="png"))
    (found,) = compiled(wanted)["actions"]["postrender"]
    assert found["input"] == f"{WORK}/result_%05d.png"


def test_a_copy_of_pictures_gets_a_place_for_the_number() -> None:
    for output in ("a/f.png", "a/f_[#####].png", "a/f_%04d.png"):
        wanted = read(
            with_actions(
                after("copy", output="x.png"), after("copy", output=output), outputExt="png"
            )
        )
        assert expected_outputs(wanted, FOLDER, OUTPUT)[1].final == "/out/a/f_%05d.png"


@pytest.mark.parametrize(
    ("actions", "words"),
    [
        ([after("copy", output="a.mp4")], "A copy changes no format"),
        ([after("copy", input="other.mov", output="a.mov")], "Leave it out"),
        ([after("copy", input="/etc/passwd", output="a.mov")], "Leave it out"),
        ([after("copy", output="../a.mov")], "without it"),
        ([after("copy", output="a/..\\..\\b.mov")], "without it"),
        ([after("copy", output="file:///etc/a.mov")], "Write a path"),
        ([after("copy", output="~$x/a.mov")], "Write the path itself"),
        ([after("copy", output="A.mov"), after("copy", output="a.mov")], "another name"),
        ([after("copy")], "needs it"),
        ([after("encode", output="x.m3u8")], "end in one of"),
        ([after("encode", output="x_%d.mp4")], "one film"),
        ([after("encode", output="../x.mp4")], "without it"),
        ([after("encode", output="x.mp4", preset="mp5")], "“mp4”"),
        ([after("encode", output="x.mp4", input="nothing.mov")], "Leave it out"),
        ([after("encode", output="x.mp4", input="/etc/passwd")], "Leave it out"),
        ([after("compress", output="x.zip")], "name files"),
        ([after("compress", output="x.rar", input=["result.mov"])], "end in .zip"),
        ([after("compress", output="x.zip", input=["/etc/passwd"])], "Leave it out"),
        ([after("compress", output="x.zip", input=["result_#####.png"])], "Pack them"),
        ([after("compress", output="x.zip", input=["result.mov"], format="7z")], "“zip”"),
    ],
    ids=[str(at) for at in range(20)],
)
def test_files_that_are_none_of_the_render_are_refused(
    actions: list[dict[str, Any]], words: str
) -> None:
    found = problems(with_actions(*actions, outputExt="mov"))
    hints = [f"{each.message} {each.hint}" for each in found.values() if each.blocks]
    assert any(words.casefold() in hint.casefold() for hint in hints), found


PARAMS: list[tuple[dict[str, Any], bool]] = [
    ({"-vcodec": "libx264", "-crf": 18, "-b:v": "8M", "-an": None, "-r": 23.976}, True),
    (
        {
            "-c:v:0": "prores_ks",
            "-profile:v": 3,
            "-pix_fmt": "yuv422p10le",
            "-movflags": "+faststart",
        },
        True,
    ),
    ({"-map": ["0:v", "1:a:0?", "[out]"], "-i": ["music.wav"], "-shortest": ""}, True),
    ({"-vf": "scale='min(1920,iw)':-2,format=yuv420p"}, True),
    ({"-filter_complex": "[0:v][1:v] overlay=W-w-10:10 [out]"}, True),
    ({"-ss": "00:00:01.5", "-t": 3, "-aspect": "16:9", "-s": "640x360", "-f": "mp4"}, True),
    ({"-metadata": "title=My film: part 2"}, True),
    ({"-f": "tee"}, False),
    ({"-f": "segment"}, False),
    ({"-i": "/etc/passwd"}, False),
    ({"-i": ["concat:a.txt"]}, False),
    ({"-i": 3}, False),
    ({"-vf": "movie=/etc/passwd"}, False),
    ({"-vf": "scale=2:2,movie=x"}, False),
    ({"-vf": "[in]subtitles=x"}, False),
    ({"-vf": "drawtext=textfile=x"}, False),
    ({"-vf": "scale=/w=x"}, False),
    ({"-vf": "null;frei0r=x"}, False),
    ({"-vf": "sc'x'ale=2"}, False),
    ({"-vf": "'movie'=x"}, False),
    ({"-vf": "scale'x'=2"}, False),
    ({"-vf": "sca\\le=2"}, False),
    ({"-vf": "null,"}, False),
    ({"-af": "volume='a"}, False),
    ({"-vf": "x" * 5_000}, False),
    ({"-/vf": "x"}, False),
    ({"vf": "null"}, False),
    ({"-filter_script": "x"}, False),
    ({"-passlogfile": "x"}, False),
    ({"-x264-params": "stats=x"}, False),
    ({"-vstats_file": "x"}, False),
    ({"-attach": "x"}, False),
    ({"-dump_attachment": "x"}, False),
    ({"-report": None}, False),
    ({"/etc/x.mp4": None}, False),
    ({"-metadata": "a=${workPath}"}, False),
    ({"-metadata": "a=\nb"}, False),
    ({"-crf": "18 /etc/x"}, False),
    ({"-vcodec": "/etc/x"}, False),
    ({"-an": "x.mp4"}, False),
    ({"-b:v:x": 1}, False),
    ({"-crf": []}, False),
    ({"-crf": [[1]]}, False),
    ({"-crf": True}, False),
    ({"-y": "/etc/passwd"}, True),
]


@pytest.mark.parametrize(
    ("params", "good"), PARAMS, ids=[f"{at}-{next(iter(p))}" for at, (p, _) in enumerate(PARAMS)]
)
def test_options_of_ffmpeg_reach_no_other_file(params: dict[str, Any], good: bool) -> None:
    value = with_actions(after("encode", output="x.mp4", params=params))
    blocking = [each for each in problems(value).values() if each.blocks]
    assert (not blocking) is good, blocking
    if good:
        (found,) = compiled(value)["actions"]["postrender"]
        assert "-y" not in found["params"]
        assert "passwd" not in json.dumps(found)


def test_assets_get_names_that_a_script_can_hold() -> None:
    value = job(
        assets=[
            {"type": "image", "src": "/p/Tom's and Jerry's.png", "layerName": "x"},
            {"type": "image", "src": "/p/Tom's.png", "layerName": "y", "useOriginal": True},
            {"type": "image", "src": "/p/a_0001.png", "layerName": "z", "sequence": True},
            {"type": "static", "src": "/p/b.bin", "name": "It's me", "extension": ".dat"},
            {"type": "image", "src": "data:image/png;base64,AA==", "layerName": "d"},
            {"type": "image", "src": "/p/c.png", "layerName": "y", "useOriginal": True},
        ]
    )
    found = compiled(value)["assets"]
    assert [each["name"] for each in found] == [
        "000-Tom_s_and_Jerry_s",
        "001-Tom_s",
        "a_0001",
        "It's me",
        "004-file",
        "005-c",
    ]
    assert [each.get("extension") for each in found] == ["png", "png", "png", "dat", None, "png"]
    assert found[0]["src"] == "file:///p/Tom's%20and%20Jerry's.png"
    assert "useOriginal" not in found[1]
    assert found[5]["useOriginal"] is True


def test_scripts_run_as_they_were_looked_at() -> None:
    wanted = read(with_asset(type="script", src="a.jsx", parameters=[{"key": "k", "value": 1}]))
    made = compile_job(wanted, place(wanted))
    (found,) = json.loads(made.text)["assets"]
    assert made.files == {"script-0.jsx": b"alert('hi');"}
    assert found["src"] == f"file://{FOLDER}/script-0.jsx"
    assert found["parameters"] == [{"key": "k", "value": 1}]
    with pytest.raises(BadInput, match="was not looked at"):
        compile_job(wanted, Place(folder=FOLDER, base=BASE))


def test_modules_are_named_by_their_absolute_path_or_missed() -> None:
    value = with_actions(after("encode", output="a.mp4"))
    value["actions"]["prerender"] = [after("fonts")]
    wanted = read(value)
    names = needed_modules(wanted)
    modules = {name: f"/opt/{name}/index.js" for name in names}
    found = json.loads(compile_job(wanted, Place(folder=FOLDER, base=BASE, modules=modules)).text)
    assert found["actions"]["prerender"] == [{"module": "/opt/@nexrender/action-fonts/index.js"}]
    assert found["actions"]["postrender"][0]["module"].startswith("/opt/")
    with pytest.raises(BadInput) as caught:
        compile_job(wanted, Place(folder=FOLDER, base=BASE))
    assert len(caught.value.problems) == 2


def test_a_folder_with_several_apostrophes_is_refused() -> None:
    wanted = read(job())
    with pytest.raises(BadInput, match="apostrophes"):
        compile_job(wanted, Place(folder=PurePosixPath("/a'b'c"), base=BASE))


# ------------------------------------------------------------------ where files come from


@pytest.mark.parametrize(
    ("src", "base", "path"),
    [
        ("a/b.png", "/jobs", "/jobs/a/b.png"),
        ("/a/b.png", "/jobs", "/a/b.png"),
        ("file:///a/b%20c.png", "/jobs", "/a/b c.png"),
        ("file://localhost/a/b.png", "/jobs", "/a/b.png"),
        ("file:/a/b.png", "/jobs", "/a/b.png"),
        ("file:a/b.png", "/jobs", "/jobs/a/b.png"),
        ("file://a/b.png", "/jobs", "/jobs/a/b.png"),
        ("FILE:///a/100%.png", "/jobs", "/a/100%.png"),
        ("file:///C:/a/b.png", "C:\\jobs", "C:\\a\\b.png"),
        ("file://C:/a/b.png", "C:\\jobs", "C:\\a\\b.png"),
        ("file:///C|/a/b.png", "C:\\jobs", "C:\\a\\b.png"),
        ("C:\\a\\b.png", "C:\\jobs", "C:\\a\\b.png"),
        ("a\\b.png", "C:\\jobs", "C:\\jobs\\a\\b.png"),
        ("file://server/share/b.png", "C:\\jobs", "\\\\server\\share\\b.png"),
        ("\\\\server\\share\\b.png", "C:\\jobs", "\\\\server\\share\\b.png"),
    ],
)
def test_local_files_are_found_however_they_are_written(src: str, base: str, path: str) -> None:
    kind = PureWindowsPath if "\\" in base else PurePosixPath
    found = find_source(src, kind(base))
    assert (found.scheme, str(found.path)) == ("file", path)
    again = find_source(file_uri(kind(path)), kind(base))
    assert again.path == found.path
    assert list(source_problems(found, "src", "layer 1")) == []


def test_addresses_are_written_as_nexrender_decodes_them() -> None:
    # It decodes with decodeURI, which leaves what has a meaning in an address as it is.
    assert file_uri(PurePosixPath("/a b/c&d+e,f#g%h=ü@.aep")) == (
        "file:///a%20b/c&d+e,f#g%25h=%C3%BC@.aep"
    )


@pytest.mark.parametrize(
    ("src", "words"),
    [
        ("", "names no file"),
        ("/", "names no file"),
        ("a/..", "names no file"),
        ("/a:b.png", "takes for a drive"),
        ("/a|b.png", "takes for a drive"),
        ("$HOME/a.png", "takes for a variable"),
        ("file:///a%0Ab.png", "line break"),
        ("s3://bucket/a.png", "comes from s3"),
        ("ftp://u:p@host/a.png", "“ftp://host/a.png” is not fetched"),
        ("https://", "is no address"),
        ("http://[::1/a.png", "is no address"),
        ("htps://x/a.png", "Nothing can be fetched by “htps:”"),
        ("javascript:alert(1)", "Nothing can be fetched by “javascript:”"),
        ("data:nonsense", "does not begin like data"),
        ("data:image/png;base64," + "A" * 600_000, "larger than 512 KiB"),
    ],
    ids=[str(at) for at in range(15)],
)
def test_where_no_file_comes_from(src: str, words: str) -> None:
    found = list(source_problems(find_source(src, BASE), "assets[0].src", "layer “x”"))
    assert len(found) == 1
    assert words in found[0].message
    assert found[0].blocks


@given(st.text(max_size=60))
def test_any_text_is_a_source_or_refused(text: str) -> None:
    for base in (BASE, PureWindowsPath("C:\\jobs")):
        found = find_source(text, base)
        assert isinstance(found.name, str)
        assert isinstance(found.shown, str)
        if not list(source_problems(found, "src", "it")) and found.path is not None:
            assert find_source(file_uri(found.path), base).path == found.path


# ------------------------------------------------------------------ whether files are there


def look(sizes: dict[str, int]) -> Any:
    def ask(path: PurePath) -> os.stat_result:
        if "denied" in str(path):
            raise PermissionError(13, "Permission denied")
        if str(path) not in sizes:
            raise FileNotFoundError(2, "No such file")
        size = sizes[str(path)]
        mode = stat.S_IFREG if size >= 0 else stat.S_IFIFO
        return os.stat_result((mode, 0, 0, 1, 0, 0, max(size, 0), 0, 0, 0))

    return ask


def checked(value: dict[str, Any], **sizes: int) -> list[str]:
    known = {"/p/shot.aep": 9} | {name.replace("__", "/"): size for name, size in sizes.items()}
    wanted: Job = read(value)
    found = job_problems(wanted, Ground(BASE), look(known), lambda path: "secret" not in path.name)
    return [f"{each.severity}: {each.field}: {each.message}" for each in found]


def test_missing_footage_is_told_with_its_layer() -> None:
    value = with_asset(type="image", src="logo.png", layerName="Logo", composition="main")
    (found,) = checked(value)
    assert found == (
        "error: assets[0].src: The file of layer “Logo” of “main” is missing: “/jobs/logo.png”."
    )
    value["template"]["continueOnMissing"] = True
    assert checked(value)[0].startswith("warning")
    assert checked(value, __jobs__logo=1) != []


@pytest.mark.parametrize(
    ("src", "size", "words"),
    [
        ("/p/a.png", 0, "is empty"),
        ("/p/a.png", -1, "no ordinary file"),
        ("/p/secret.png", 5, "may not be read"),
        ("/p/denied.png", 5, "cannot be reached"),
    ],
)
def test_files_that_cannot_be_used_are_told(src: str, size: int, words: str) -> None:
    value = with_asset(type="image", src=src, layerIndex=3)
    known = {"/p/shot.aep": 9, src: size}
    found = job_problems(
        read(value), Ground(BASE), look(known), lambda path: "secret" not in path.name
    )
    assert [words in each.message and "layer 3" in each.message for each in found] == [True]
    assert found[0].severity is Severity.ERROR


def test_every_file_is_listed_with_what_is_mixed_in() -> None:
    (found,) = read_jobs(CORPUS[0].read_bytes())
    names = [each.source.name for each in needed_files(found.job, BASE)]
    assert names[:3] == ["teaser.aepx", "beach.mp4", "music.wav"]
    value = with_actions(after("encode", output="x.mp4", params={"-i": "music.wav"}))
    assert [each.source.shown for each in needed_files(read(value), BASE)] == [
        "/p/shot.aep",
        "/jobs/music.wav",
    ]


def test_names_that_would_collide_are_told() -> None:
    value = job(
        assets=[
            {"type": "static", "src": "/p/shot.aep", "name": "A.png"},
            {"type": "static", "src": "/p/shot.aep", "name": "a.png"},
            {"type": "static", "src": "/p/./../p/shot.aep", "name": "a.PNG"},
        ]
    )
    assert any("both called" in each for each in checked(value))


def test_projects_scripts_and_fonts_are_looked_at() -> None:
    assert any(
        "no project" in each
        for each in checked(job(template={"src": "/p/a.mov", "composition": "c"}))
    )
    value = with_asset(type="script", src="https://x.org/a.jsx")
    assert any("cannot be looked at" in each for each in checked(value))
    fonts = job(
        assets=[
            {"type": "static", "src": "/p/shot.ttf", "name": 'x" & calc & ".ttf'.replace('"', "")}
        ],
        actions={"prerender": [after("fonts")]},
    )
    assert any("A font cannot be called" in each for each in checked(fonts))
    big = with_asset(type="script", src="/p/a.jsx")
    known = {"/p/shot.aep": 9, "/p/a.jsx": 2**21}
    found = job_problems(read(big), Ground(BASE), look(known), lambda _: True)
    assert "nobody can look at it" in found[0].message
