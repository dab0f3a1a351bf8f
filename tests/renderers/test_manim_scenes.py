"""Scenes are listed from the text of a script; nothing in it runs, and anything may stand in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.source import Part
from rendermanager.renderers.manim.scenes import scenes_in

PATH = Path("/scripts/intro.py")


def names(script: str) -> list[str]:
    return [each.name for each in scenes_in(script.encode(), PATH)]


def refusal(script: str | bytes) -> str:
    content = script.encode() if isinstance(script, str) else script
    with pytest.raises(BadInput) as caught:
        scenes_in(content, PATH)
    [problem] = caught.value.problems
    assert problem.field == "source"
    return f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    ("imports", "base"),
    [
        ("from manim import *", "Scene"),
        ("from manim import *", "MovingCameraScene"),
        ("from manim import *", "ThreeDScene, object"),
        ("from manim import Scene as S", "S"),
        ("from manim import ThreeDScene", "ThreeDScene"),
        ("import manim", "manim.Scene"),
        ("import manim as m", "m.ZoomedScene"),
        ("import manim.scene.scene", "manim.scene.scene.Scene"),
        ("from manim.scene.vector_space_scene import VectorScene", "VectorScene"),
        ("from manim import *\nfrom manim_slides import Slide", "Slide"),
        ("from manim import *\nfrom studio import LogoScene", "LogoScene"),
        ("import manim\nfrom studio import bases", "bases.LogoScene"),
    ],
)
def test_a_scene_is_known_by_what_it_derives_from(imports: str, base: str) -> None:
    assert names(f"{imports}\nclass Opening({base}):\n  pass") == ["Opening"]


def test_scenes_derive_through_other_classes_in_the_order_of_the_script() -> None:
    script = """
from manim import *
class Titled(Base): pass
class Base(Scene): pass
class Helper: pass
class Square2(Square): pass
if True:
    class Inner(Titled): pass
try:
    class Tried(Scene): pass
except ImportError:
    class Rescued(Scene): pass
def make():
    class Local(Scene): pass
"""
    assert names(script) == ["Titled", "Base", "Inner", "Tried", "Rescued"]


def test_classes_that_derive_from_each_other_are_no_endless_story() -> None:
    script = "from manim import *\nclass A(B): pass\nclass B(A): pass\nclass C(C): pass\n"
    assert names(script + "class D(Scene): pass") == ["D"]


def test_a_class_of_the_script_hides_one_of_manim() -> None:
    script = "from manim import *\nclass Scene: pass\nclass A(Scene): pass\nclass B(m()): pass"
    assert "no scene" in refusal(script)


def test_the_script_is_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    script = f"from manim import *\nopen({str(mark)!r}, 'w')\nclass A(Scene): pass"
    assert names(script) == ["A"]
    assert not mark.exists()


def test_formulas_with_backslashes_cause_no_warning() -> None:
    assert names('from manim import *\nTEX = "\\d \\alpha"\nclass A(Scene): pass') == ["A"]


def test_the_encoding_of_a_script_is_respected() -> None:
    script = '# coding: latin-1\nfrom manim import *\nx = "é"\nclass Été(Scene): pass\n'
    assert scenes_in(script.encode("latin-1"), PATH)[0].name == "Été"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("from manim import *\nclass A(Scene:\n", "“intro.py”, line 2 is no valid Python"),
        ("from manim import *\nx = '\0'", "is no valid Python"),
        (b"\xff\xfe\x00from", "is no valid Python"),
        ("# coding: nonsense\n", "is no valid Python: unknown encoding"),
        ("x = " + "(" * 5_000, "is no valid Python"),
        ("print('hello')", "it does not import “manim”. Run other programs as a command"),
        ("from manimlib import *\nclass A(Scene): pass", "is written for ManimGL"),
        ("from manim import *\nx = Square()", "“intro.py” has no scene"),
    ],
)
def test_what_is_no_script_is_refused_in_a_sentence(script: str | bytes, words: str) -> None:
    assert words in refusal(script)


PLAIN = """
from manim import *
class A(Scene):
    def construct(self):
        '''What it shows.'''
        s = Square()
        for color in [RED, BLUE]:
            s.set_color(color)
        self.add(s)
        self.camera.background_color = WHITE
        self.play(Create(s), run_time=2)
        self.play(s.animate.shift(RIGHT))
        {}
        self.wait()
"""


def steps(extra: str) -> int | None:
    return scenes_in(PLAIN.format(extra).encode(), PATH)[0].steps


@pytest.mark.parametrize(
    ("extra", "count"),
    [
        ("pass", 3),
        ("self.play(*[FadeOut(x) for x in s])", 4),
        ("self.play(FadeOut(s)); self.pause(2)", 5),
        ("return", 2),
        ("raise ValueError", None),
        ("def draw(): return Circle()", 3),
        ("for i in range(3): self.play(FadeIn(s))", None),
        ("if RED: self.wait()", None),
        ("if RED: return", None),
        ("[self.play(FadeIn(x)) for x in s]", None),
        ("RED and self.wait()", None),
        ("self.wait() if RED else None", None),
        ("self.introduce()", None),
        ("self.move_camera(1)", None),
        ("introduce(self)", None),
        ("scene = self", None),
        ("play = self.play", None),
        ("s.add_updater(self.wait)", None),
        ("self.title = Text('a')", 3),
        ("def draw(): self.play(FadeIn(s))", None),
    ],
)
def test_animations_are_counted_only_where_the_text_settles_them(
    extra: str, count: int | None
) -> None:
    assert steps(extra) == count


@pytest.mark.parametrize(
    "script",
    [
        "class A(Scene): pass",
        "class A(Scene):\n  def construct(self): self.wait()\n  def setup(self): self.wait()",
        "class A(Scene):\n  @twice\n  def construct(self): self.wait()",
        "class B(Scene): pass\nclass A(B):\n  def construct(self): self.wait()",
        "class A(Scene):\n  def construct(*args): args[0].wait()",
    ],
)
def test_what_is_inherited_or_wrapped_is_not_counted(script: str) -> None:
    assert scenes_in(f"from manim import *\n{script}".encode(), PATH)[-1] == Part("A", None)


WORDS = st.sampled_from(
    [
        *("from manim import *\n", "class A(Scene):\n", "  def construct(self):\n", "    "),
        *("self.play(", ")", "\n", "if x:\n", "(", "[", "'", '"""', "\\", "\0", "é", "self", "."),
        *("for i in ", "lambda: ", "return\n", "class B(A, m.Scene[C]): pass\n", "# coding: x\n"),
    ]
)


@given(st.binary() | st.lists(WORDS, max_size=30).map("".join).map(str.encode))
def test_any_file_gives_scenes_or_a_sentence(content: bytes) -> None:
    try:
        found = scenes_in(content, PATH)
    except BadInput:
        assert "“intro.py”" in refusal(content)
    else:
        assert found
        assert all(each.name.isidentifier() for each in found)
