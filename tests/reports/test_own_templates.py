"""Templates of the user's own: what they replace, what they may not reach, and what is said when one is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from command import run

from crossread.errors import RenderError
from crossread.model import Result
from crossread.reports import notes_on, render
from crossread.reports.html import html
from crossread.reports.look import Look
from crossread.reports.markdown import markdown
from crossread.reports.own_templates import shipped_names
from crossread.reports.pdf import print_source
from crossread.reports.view import build
from crossread.result import dumps

PART = "parts/methods.html.j2"


def folder_of(path: Path, files: Mapping[str, str]) -> Path:
    """A folder of templates, by name."""
    for name, text in files.items():
        file = path / "own" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (path / "own").mkdir(exist_ok=True)
    return path / "own"


def complaint(result: Result, folder: Path) -> str:
    """What is said of the page made with these templates, without the folders above theirs."""
    with pytest.raises(RenderError) as caught:
        html(build(result), Look(templates=folder))
    message = str(caught.value)
    assert "\n" not in message
    return message.replace(f"{folder.parent}/", "")


def test_an_empty_folder_changes_nothing_in_the_sandbox(sample_result: Result, tmp_path: Path) -> None:
    view, look = build(sample_result), Look(templates=folder_of(tmp_path, {}))
    assert html(view, look) == html(view)
    assert markdown(view, look) == markdown(view)
    assert print_source(view, look) == print_source(view)


def test_a_file_of_the_same_name_takes_a_parts_place(sample_result: Result, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {PART: "<p id=methods>Ours, {{ b.title }}</p>"})
    page = html(build(sample_result), Look(templates=folder)).decode()
    assert "<p id=methods>Ours, " in page
    assert "Generated from the metrics" not in page


def test_the_shipped_part_can_be_included_and_extended(sample_result: Result, tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        {
            PART: '{% include "crossread/parts/methods.html.j2" %}<p>Beside it</p>',
            "briefing.html.j2": '{% extends "crossread/briefing.html.j2" %}',
        },
    )
    plain = html(build(sample_result)).decode()
    page = html(build(sample_result), Look(templates=folder)).decode()
    assert page.replace("<p>Beside it</p>", "") == plain


def test_article_text_stays_escaped_in_ones_own_template(sample_result: Result, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {PART: "{{ '<script>x</script>' }}"})
    assert "<script>x" not in html(build(sample_result), Look(templates=folder)).decode()


def test_the_slots_stand_on_screen_and_on_paper(sample_result: Result, tmp_path: Path) -> None:
    files = {f"slots/{name}.html.j2": f"<p>{name} for {{{{ medium }}}}</p>" for name in ("after-differences", "end")}
    look = Look(templates=folder_of(tmp_path, files | {"slots/style.css": ".own-{{ medium }} { color: red }"}))
    for medium, page in (
        ("screen", html(build(sample_result), look).decode()),
        ("paper", print_source(build(sample_result), look)),
    ):
        assert f".own-{medium} {{ color" in page
        assert page.index(f"after-differences for {medium}") < page.index(f"end for {medium}")


ERRORS = [
    ("{% for x in b.articles %}", "1: Unexpected end of template"),
    ("\n{{ b.title", "2: unexpected end of template, expected 'end of print statement'"),
    ("\n\n{{ b.titel }}", '3: Briefing has no "titel"; did you mean "title"?'),
    ("{{ b.articles[0].headline }}", '1: ArticleView has no "headline"; it has: authors, blocks, dated'),
    ("\n{{ titel }}", '2: "titel" is not defined here; docs/templates.md lists'),
    ("\n{{ b.title|uper }}", '2: there is no filter "uper"; did you mean "upper"?'),
    ("{{ b is compard }}", '1: there is no test "compard"'),
    ("{{ b.title|random }}", '1: there is no filter "random"'),
    ('{% include "parts/metod.html.j2" %}', '1: there is no template "parts/metod.html.j2"; did you mean "parts/meth'),
    ('\n{% include "../secret.j2" %}', '2: there is no template "../secret.j2"'),
    (f'{{% extends "{PART}" %}}', "1: templates include or extend one another without end"),
    (f'\n{{% include "{PART}" %}}', "2: templates include or extend one another without end"),
    ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "2: templates include or extend one another without end"),
    ("\n{{ 1 / 0 }}", "2: ZeroDivisionError: division by zero"),
    ('{{ t("no.such.text") }}', "1: KeyError: 'no.such.text'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ERRORS)
def test_an_error_is_told_with_file_line_and_what_to_do(
    sample_result: Result, tmp_path: Path, text: str, told: str
) -> None:
    message = complaint(sample_result, folder_of(tmp_path, {PART: text}))
    assert message.startswith(f"own/{PART}:{told}")
    assert ";" in message


UNSAFE = [
    "b.__class__.__mro__",
    "b|attr('__class__')|string",
    "b['__class__']|string",
    "t.__globals__",
    "screen_faces.__closure__",
    "'{0.__class__}'.format(b)",
    "cycler.__init__.__globals__",
    "self.__init__.__globals__",
    "[1].append(2)",
    "{'a': 1}.update({'b': 2})",
]


@pytest.mark.parametrize("reach", UNSAFE)
def test_a_template_cannot_reach_python(sample_result: Result, tmp_path: Path, reach: str) -> None:
    message = complaint(sample_result, folder_of(tmp_path, {PART: f"{{{{ {reach} }}}}"}))
    assert message.startswith(f"own/{PART}:1: ")
    assert "unsafe" in message or "not safely" in message or "no such" in message


def test_a_part_without_the_macro_that_is_imported_from_it_is_named(sample_result: Result, tmp_path: Path) -> None:
    message = complaint(sample_result, folder_of(tmp_path, {"parts/text.html.j2": "nothing"}))
    assert message.startswith('own/parts/text.html.j2:1: defines no macro "')
    assert message.endswith("the shipped template is reached as crossread/parts/text.html.j2")


def test_a_file_that_is_no_text_and_a_link_out_of_the_folder_are_refused(sample_result: Result, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {PART: ""})
    (folder / PART).write_bytes(b"a\n\xff")
    assert complaint(sample_result, folder) == f"own/{PART}:2: not UTF-8 text; save the file as UTF-8"
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (folder / PART).unlink()
    (folder / PART).symlink_to(tmp_path / "secret")
    assert complaint(sample_result, folder).startswith(f"own/{PART}:1: the link leads out of the folder")


def test_a_file_that_nothing_uses_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        {
            "parts/methds.html.j2": "",
            "parts/limits.html.j2": '{% include "mine/a.html.j2" %}',
            "mine/a.html.j2": '{% import "mine/b.html.j2" as b %}',
            "mine/b.html.j2": "",
        },
    )
    (folder / "README.md").write_text("no template", encoding="utf-8")
    (note,) = notes_on(Look(templates=folder))
    assert note == (
        f"{folder}/parts/methds.html.j2: takes the place of no template, and none includes it; "
        'did you mean "parts/methods.html.j2"?'
    )


def test_a_template_chosen_while_rendering_leaves_no_file_under_suspicion(tmp_path: Path) -> None:
    text = '{% include "mine/" ~ b.articles|length ~ ".html.j2" %}'
    folder = folder_of(tmp_path, {"parts/limits.html.j2": text, "mine/2.html.j2": ""})
    assert notes_on(Look(templates=folder)) == ()


def test_the_other_formats_come_and_nothing_half_written_stays(sample_result: Result, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {PART: "{{ nothing }}"})
    with pytest.raises(RenderError) as caught:
        render(sample_result, tmp_path / "out", formats=("html", "json", "markdown"), look=Look(templates=folder))
    assert [path.name for path in caught.value.written] == ["briefing.json", "briefing.md"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["briefing.json", "briefing.md"]


def test_a_folder_that_does_not_exist_is_one_error_and_json_comes(sample_result: Result, tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        render(sample_result, tmp_path, formats=("html", "markdown", "json"), look=Look(templates=tmp_path / "nowhere"))
    told, written = str(caught.value).splitlines()
    assert "html and markdown were not written" in told
    assert told.endswith("nowhere: there is no such folder of templates; make it or name another")
    assert written == f"written: {tmp_path}/briefing.json"


def test_the_command_says_so_and_ends_with_two(
    sample_result: Result, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, {PART: "{{ nothing }}", "parts/methds.html.j2": ""})
    (tmp_path / "a.json").write_bytes(dumps(sample_result))
    command = (
        "render",
        str(tmp_path / "a.json"),
        "--format",
        "html",
        "--format",
        "markdown",
        "--templates",
        str(folder),
    )
    assert run(*command) == 2
    told = capsys.readouterr()
    assert told.out.splitlines() == [f"{tmp_path}/a.md"]
    assert f"{folder}/{PART}:1: " in told.err
    assert "crossread: warning: " in told.err
    assert run(*command, "--quiet") == 2
    assert "warning" not in capsys.readouterr().err


def test_every_slot_and_style_sheet_can_be_replaced() -> None:
    assert {"briefing.html.j2", "briefing.css", "briefing.md.j2", "print.html.j2", "print.css"} <= set(shipped_names())
    assert not [name for name in shipped_names() if "__pycache__" in name]
