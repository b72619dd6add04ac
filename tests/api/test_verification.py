"""GET and POST sessions/{id}/verification: whether the record holds, and what that means."""

import re

from django.db import connection

from accounts.models import AccessLog
from sessions_app.api.verification import BROKEN, HOLDS, MEANINGS, NOTHING
from sessions_app.ledger import triggers
from sessions_app.ledger.problem import Problem
from sessions_app.models import LedgerEntry
from tests.api.conftest import Town, refused


def test_a_record_that_is_what_was_written_holds(town: Town) -> None:
    past = town.past()
    for name in ("alice", "olga", "sue"):
        answer = town.as_(name).get(f"sessions/{past.pk}/verification")
        assert answer.status_code == 200
        said = answer.json()
        assert (said["ok"], said["says"], said["problems"]) == (True, HOLDS, [])
        assert said["entries"] > 20
    posted = town.as_("alice").post(f"sessions/{past.pk}/verification")
    assert posted.json() == town.as_("alice").get(f"sessions/{past.pk}/verification").json()


def test_a_changed_entry_is_named_and_explained(town: Town) -> None:
    past = town.past()
    with connection.schema_editor() as editor:
        triggers.remove(editor)
    LedgerEntry.objects.filter(session=past, seq=5).update(actor="s_aaaaaaaaaaaaaaaa")
    said = town.as_("alice").get(f"sessions/{past.pk}/verification").json()
    assert (said["ok"], said["says"]) == (False, BROKEN)
    (problem,) = said["problems"]
    assert (problem["entry"], problem["code"]) == (5, "column")
    assert problem["says"]


def test_it_says_when_the_clinic_sealed_the_record(town: Town) -> None:
    past = town.past()
    alice = town.as_("alice")
    said = alice.get(f"sessions/{past.pk}/verification").json()
    (glance,) = (
        row["glance"]
        for row in alice.get("attendance").json()["results"]
        if row["id"] == str(past.pk)
    )
    assert said["sealed_at"] == glance["sealed_at"]
    assert said["sealed_at"].endswith("Z")
    later = town.plan(86_400)
    assert alice.get(f"sessions/{later.pk}/verification").json()["sealed_at"] is None


def test_where_nothing_happened_there_is_nothing_to_verify(town: Town) -> None:
    later = town.plan(86_400)
    said = town.as_("alice").get(f"sessions/{later.pk}/verification").json()
    assert (said["ok"], said["says"], said["entries"]) == (True, NOTHING, 0)


def test_an_auditor_verifies_under_a_grant_and_a_participant_does_not(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    assert town.as_("dana").get(f"sessions/{past.pk}/verification").json()["ok"]
    refused(town.as_("bob").get(f"sessions/{past.pk}/verification"), 403, "not_permitted")


def test_verifying_is_a_look(town: Town) -> None:
    past = town.past()
    town.as_("olga").post(f"sessions/{past.pk}/verification")
    assert AccessLog.objects.get(kind="verification").object_id == str(past.pk)


def test_everything_that_can_be_found_has_a_meaning() -> None:
    codes = set(re.findall(r"(?m)^    (\w+)  +\S", Problem.__doc__ or ""))
    assert "chain" in codes
    assert set(MEANINGS) == codes
