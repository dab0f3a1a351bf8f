"""Templates of Open Job Description: their form, their tasks, and what each of these runs."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Severity
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    RenderRequest,
)
from rendermanager.renderers.extras import (
    settings_for,
    tasks_of,
)
from rendermanager.renderers.openjd import OpenJdEngine, plan, template
from rendermanager.renderers.settings import read_settings
from tests.helpers.running import run_command

pytest.importorskip("openjd.model")

ENGINE = OpenJdEngine()
PATH = "/jobs/demo.openjd.yaml"
RENDER = """
specificationVersion: jobtemplate-2023-09
name: Demo {{Param.Scene}}
parameterDefinitions:
- {name: Scene, type: STRING, default: sea, allowedValues: [sea, sky], description: What it shows.}
- {name: Frames, type: STRING, default: 1-3}
- {name: Samples, type: INT, default: 8, minValue: 1, maxValue: 64}
- {name: Gamma, type: FLOAT, default: 2.2}
- {name: Cache, type: PATH, default: cache, objectType: DIRECTORY, dataFlow: INOUT}
jobEnvironments:
- {name: Colours, variables: {OCIO: "{{Param.Cache}}/config", LEVEL: job}}
steps:
- name: Encode
  dependencies: [{dependsOn: Render}]
  script: {actions: {onRun: {command: sh, args: ["-c", "true"]}}}
- name: Render
  parameterSpace:
    taskParameterDefinitions:
    - {name: Frame, type: INT, range: "{{Param.Frames}}"}
    - {name: Eye, type: STRING, range: [left, right]}
  stepEnvironments:
  - {name: Level, variables: {LEVEL: "step {{Param.Samples}}"}}
  script:
    embeddedFiles:
    - name: Run
      type: TEXT
      filename: run.sh
      runnable: true
      data: |
        #!/usr/bin/env sh
        cat "{{Task.File.Words}}"
    - {name: Words, type: TEXT, data: "{{Param.Scene}} {{Task.Param.Frame}} {{Task.Param.Eye}}"}
    actions:
      onRun:
        command: "{{Task.File.Run}}"
        args: ["a b;", "{{Session.WorkingDirectory}}"]
        timeout: 90
        cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 20}
"""
COPY = """
specificationVersion: jobtemplate-2023-09
name: Copies
parameterDefinitions:
- {name: From, type: PATH, dataFlow: IN, objectType: FILE}
- {name: Result, type: PATH, dataFlow: OUT, objectType: FILE, default: out/result.dat}
steps:
- name: Copy
  script: {actions: {onRun: {command: cp, args: ["{{Param.From}}", "{{Param.Result}}"]}}}
"""


def request_of(
    text: str = RENDER,
    task: TaskSpec = WHOLE,
    folder: Path = Path("/out/.attempt"),
    output: str = "/out/result.dat",
    **changes: Any,
) -> RenderRequest[Any]:
    info = SourceInfo(SourceKind.PROJECT, text=text)
    spec = JobSpec(engine="openjd", source=PATH, output=output)
    settings: Any = read_settings(settings_for(ENGINE, spec, info), changes)
    return RenderRequest(spec, settings, info, Path(output), folder, task=task)


def tasks(request: RenderRequest[Any]) -> tuple[TaskSpec, ...]:
    return tasks_of(ENGINE, request.spec, request.settings, request.source)


def command(request: RenderRequest[Any]) -> Command:
    return ENGINE.command(request, EngineVersion(Path("/"), ""))


def refusal(text: str, **changes: Any) -> str:
    with pytest.raises(BadInput) as caught:
        tasks(request_of(text, **changes))
    return "\n".join(str(each) for each in (caught.value, *caught.value.problems[1:]))


def test_parameters_are_the_form() -> None:
    settings: Any = request_of(Samples="12", Scene="sky").settings
    assert (settings.Scene, settings.Samples, settings.Gamma) == ("sky", 12, 2.2)
    assert type(settings).__annotations__["Scene"].__metadata__[0].description == "What it shows."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Samples": 65}, "Setting “Samples” cannot be “65”"),
        ({"Samples": "many"}, "Setting “Samples” cannot be “many”"),
        ({"Scene": "se"}, "Did you mean “sea”?"),
        ({"Sample": 1}, "Did you mean “Samples”?"),
        ({"Frames": "one"}, "“demo.openjd.yaml” cannot be used with these values"),
    ],
)
def test_values_are_checked(changes: dict[str, Any], words: str) -> None:
    assert words in refusal(RENDER, **changes)


def test_a_parameter_without_a_value_is_asked_for() -> None:
    assert "From" in refusal(COPY)
    assert len(tasks(request_of(COPY, From="/a/b"))) == 1


def test_there_is_a_task_for_each_element_after_the_steps_it_depends_on() -> None:
    found = tasks(request_of())
    assert [each.step for each in found] == ["Render"] * 6 + ["Encode"]
    assert found[0] == TaskSpec(
        name="Render: Eye left, Frame 1", step="Render", parameters={"Eye": "left", "Frame": "1"}
    )
    combos = {(each.parameters["Eye"], each.parameters["Frame"]) for each in found[:6]}
    assert combos == {(eye, str(n)) for eye in ("left", "right") for n in (1, 2, 3)}
    assert found[6] == TaskSpec(name="Encode", step="Encode", after=(0, 1, 2, 3, 4, 5))


def test_too_many_tasks_are_refused() -> None:
    assert "comes to more than 10000 tasks, at its step “Render”" in refusal(
        RENDER, Frames="1-5001"
    )
    second = RENDER.replace(
        "name: Encode",
        "name: Encode\n  parameterSpace: {taskParameterDefinitions: "
        "[{name: N, type: INT, range: 1-1000}]}",
    )
    assert "comes to too many waits, at its step “Encode”" in refusal(second, Frames="1-1000")


def test_an_action_is_filled_in_with_its_files_and_variables() -> None:
    request = request_of(Scene="sky")
    found = command(request_of(task=tasks(request)[3], Scene="sky"))
    words = tasks(request)[3].parameters
    assert Path(found.argv[0]).is_absolute()
    assert Path(found.argv[0]).name == "sh"
    assert found.argv[1:] == ("/out/.attempt/files/run.sh", "a b;", "/out/.attempt")
    assert found.files["files/Words"] == f"sky {words['Frame']} {words['Eye']}".encode()
    assert found.files["files/run.sh"].startswith(b'#!/usr/bin/env sh\ncat "/out/.attempt/files/W')
    assert found.env == {"OCIO": "/jobs/cache/config", "LEVEL": "step 8"}
    assert (found.cwd, found.limit_s, found.grace_s) == (Path("/out/.attempt"), 90, 20)


def test_a_task_runs(tmp_path: Path) -> None:
    request = request_of(folder=tmp_path, task=tasks(request_of())[0])
    found = command(request)
    ran = run_command(found, tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "sea 1 left")


def test_the_only_task_writes_its_file_where_it_is_published_from() -> None:
    request = request_of(COPY, From="/a/b")
    assert command(request).argv[1:] == ("/a/b", "/out/.attempt/result.dat")
    [expected] = ENGINE.outputs(request)
    assert (expected.written, expected.final) == ("/out/.attempt/result.dat", "/out/result.dat")
    assert expected.kind is OutputKind.FILE


def test_of_many_tasks_the_last_leaves_the_file() -> None:
    out = "{name: Film, type: PATH, dataFlow: OUT, objectType: FILE, default: film.mp4}"
    text = RENDER.replace("- {name: Gamma", f"- {out}\n- {{name: Gamma").replace(
        'true"', '{{Param.Film}}"'
    )
    found = tasks(request_of(text))
    assert ENGINE.outputs(request_of(text, task=found[0])) == []
    last = request_of(text, task=found[-1], output="/out/film_v002.mp4")
    [expected] = ENGINE.outputs(last)
    assert expected.written == expected.final == "/out/film_v002.mp4"
    assert command(last).argv[-1] == "/out/film_v002.mp4"
    assert ENGINE.outputs(request_of(task=tasks(request_of())[-1])) == []


@pytest.mark.parametrize(
    ("text", "output", "result"),
    [
        (COPY, "", "/jobs/out/result.dat"),
        (COPY, "/b/", "/b/result.dat"),
        (COPY, "/b/c.dat", "/b/c.dat"),
        (RENDER, "", "/jobs/demo.openjd"),
        (RENDER, "/b/", "/b/demo.openjd"),
    ],
)
def test_the_output_is_the_file_that_a_parameter_names(text: str, output: str, result: str) -> None:
    settings = request_of(text).settings
    spec = JobSpec(source=PATH, output=output)
    assert ENGINE.default_output(spec, settings) == Path(result)


def test_a_machine_that_is_asked_for_is_told_about() -> None:
    asks = RENDER.replace(
        "- name: Encode",
        "- name: Encode\n  hostRequirements: {amounts: [{name: amount.worker.vcpu, min: 4}]}",
    )
    [problem] = ENGINE.validate(request_of(asks))
    assert problem.severity is Severity.WARNING
    assert "“Encode” asks for a certain machine" in problem.message


ENTER = "script: {actions: {onEnter: {command: a}}}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no template that can be used"),
        ("- a\n- b", "is no template that can be used"),
        ("a: b\n  c: d", "“demo.openjd.yaml”, line 2, is no template that can be used"),
        ("a: !!python/object:os.system x", "is no template that can be used"),
        ("a: &a [*a]", "a part of it holds itself"),
        ("specificationVersion: jobtemplate-2099-01\nname: x", "jobtemplate-2099-01"),
        (RENDER.replace("steps:", "stepz:"), "stepz"),
        (RENDER.replace("dependsOn: Render", "dependsOn: Rendr"), "Rendr"),
        (RENDER.replace("{{Task.Param.Eye}}", "{{Task.Param.Ear}}"), "Task.Param.Ear"),
        (
            RENDER.replace("variables: {OCIO", f"{ENTER}, variables: {{OCIO"),
            "The environment “Colours” of “demo.openjd.yaml” runs actions of its own",
        ),
        (RENDER.replace("Samples", "class"), "The parameter “class” of “demo.openjd.yaml”"),
    ],
)
def test_what_cannot_be_run_is_refused_in_a_sentence(text: str, words: str) -> None:
    assert words in refusal(text)


def test_a_document_that_grows_while_it_is_read_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert "holds more than 100000 values" in refusal("\n".join(lines))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("command: cp", "command: frobnicate-9000", "There is no program “frobnicate-9000”"),
        ("command: cp", "command: bin/cp", "There is no program “bin/cp”"),
        ("command: cp", 'command: "{{Task.File.A}}"', "does not say what runs it"),
        ("command: cp", 'command: "{{Task.File.B}}"', "There is no program “frobnicate-9000”"),
    ],
)
def test_a_program_that_is_not_there_is_told(old: str, new: str, words: str) -> None:
    files = (
        "script: {embeddedFiles: [{name: A, type: TEXT, data: x}, "
        '{name: B, type: TEXT, data: "#!frobnicate-9000"}], actions'
    )
    text = COPY.replace(old, new).replace("script: {actions", files)
    with pytest.raises(BadInput) as caught:
        command(request_of(text, From="/a"))
    assert words in str(caught.value)


def test_a_template_is_looked_into(tmp_path: Path, media: MediaReader) -> None:
    path = tmp_path / "demo.openjd.json"
    document = {
        "specificationVersion": "jobtemplate-2023-09",
        "name": "x",
        "steps": [{"name": "A", "script": {"actions": {"onRun": {"command": sys.executable}}}}],
    }
    path.write_text(json.dumps(document))
    info = ENGINE.inspect(path, media)
    assert info.parts == (Part("A"),)
    assert json.loads(info.text) == document
    assert ENGINE.accepts(path)
    assert ENGINE.accepts(Path("/a/B.OpenJD.YAML"))
    assert not ENGINE.accepts(Path("/a/b.yaml"))
    path.write_bytes(b"\xff")
    with pytest.raises(BadInput, match="is no text in UTF-8"):
        ENGINE.inspect(path, media)


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    template.parsed.cache_clear()
    monkeypatch.setitem(sys.modules, "openjd.model", None)
    with pytest.raises(BadInput, match="need the package “openjd-model”"):
        template.parsed(RENDER, "demo")


LINES = st.sampled_from(
    [*RENDER.splitlines(keepends=True), "\t", "- ", "{", "&a ", "*a", "\0", ": "]
)


@given(st.lists(LINES, max_size=30).map("".join) | st.text())
def test_any_text_is_a_template_or_refused(text: str) -> None:
    try:
        found = template.parsed(text, "odd.openjd.yaml")
        made = plan.planned(text, Path("/jobs/odd.openjd.yaml"), ())
    except BadInput as error:
        said = [each.message for each in error.problems]
        assert all("odd.openjd.yaml" in each for each in said), said
    else:
        assert found.steps
        assert made.tasks
