"""What the log may hold."""

import json
import logging
import sys

import pytest

from vgroup.log import JsonFormatter, discreet


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("mail to bob@example.org failed", "mail to (e-mail) failed"),
        ("Not Found: /join?token=abc&name=Bob", "Not Found: /join?…"),
        ("null value\nDETAIL:  Failing row contains (7, Bob).", "null value\n(row left out)"),
        ("DETAIL:  Key (email)=(bob) already exists.", "(row left out)"),
    ],
)
def test_what_names_a_person_is_left_out(said: str, logged: str) -> None:
    assert discreet(said) == logged


def test_a_line_is_one_object_with_its_traceback() -> None:
    try:
        raise ValueError("bob@example.org\nsecond line")
    except ValueError:
        record = logging.LogRecord(
            "vgroup", logging.ERROR, __file__, 1, "it %s", ("broke",), sys.exc_info()
        )
    text = JsonFormatter().format(record)
    assert "\n" not in text
    assert "bob" not in text
    line = json.loads(text)
    assert line["level"] == "error"
    assert line["message"] == "it broke"
    assert "ValueError: (e-mail)" in line["traceback"]
    assert line["at"].endswith("+00:00")
