"""groups and groups/{id}: listed for whoever belongs, opened and changed by the office."""

from datetime import timedelta

from django.utils import timezone

from sessions_app.ledger import heads
from sessions_app.models import Group
from tests.api.conftest import Town, embedded, refused

pytestmark = embedded


def names(town: Town, who: str, **query: str) -> list[str]:
    answer = town.as_(who).get("groups", **query)
    assert answer.status_code == 200
    return [group["name"] for group in answer.json()["results"]]


def test_everyone_sees_the_groups_they_belong_to(town: Town) -> None:
    Group.objects.create(clinic=town.house.clinic, name="Morning group", kind="education")
    assert names(town, "olga") == ["Evening group", "Morning group"]
    assert names(town, "alice") == names(town, "bob") == ["Evening group"]
    assert names(town, "olga", kind="education") == ["Morning group"]
    assert names(town, "olga", search="even") == ["Evening group"]


def test_it_says_in_what_capacity_one_belongs(town: Town) -> None:
    for who, reach in (("olga", "administrator"), ("alice", "team"), ("bob", "participant")):
        assert town.as_(who).get(town.group).json()["reach"] == [reach]


def test_the_office_opens_a_group_with_its_rules(town: Town) -> None:
    answer = town.as_("sue").post("groups", {"name": "DBT", "kind": "dbt_skills", "capacity": 8})
    assert answer.status_code == 201
    made = answer.json()
    assert (made["capacity"], made["late_cutoff_min"], made["archived"]) == (8, 15, None)
    assert made["clinic"] == str(town.house.clinic.pk)
    refused(town.as_("alice").post("groups", {"name": "Mine"}), 403, "not_permitted")


def test_the_rules_of_sound_and_picture_are_the_offices_too(town: Town) -> None:
    before = town.as_("bob").get(town.group).json()
    media = ("break_quiet", "text_allowed", "encrypted")
    assert [before[name] for name in media] == [False, True, False]
    changed = {"break_quiet": True, "text_allowed": False, "encrypted": True}
    refused(town.as_("alice").patch(town.group, changed), 403, "not_permitted")
    answer = town.as_("olga").patch(town.group, changed)
    assert changed.items() <= answer.json().items()
    town.house.group.refresh_from_db()
    rules = town.house.group.rules()
    assert (rules.break_quiet, rules.text_allowed, rules.encrypted) == (True, False, True)


def test_rules_that_make_no_sense_are_named(town: Town) -> None:
    olga = town.as_("olga")
    answer = olga.post("groups", {"name": "X", "capacity": 0, "checkin_form": "none@1"})
    refused(answer, 400, "invalid")
    assert set(answer.json()["fields"]) == {"capacity", "checkin_form"}
    late = olga.patch(town.group, {"late_grace_min": 30})
    refused(late, 400, "invalid")
    town.house.group.refresh_from_db()
    assert town.house.group.late_grace_min == 5


def test_a_change_leaves_the_rest_alone(town: Town) -> None:
    answer = town.as_("olga").patch(town.group, {"name": "Late group", "clinic": "x"})
    assert answer.status_code == 200
    assert (answer.json()["name"], answer.json()["kind"]) == ("Late group", "process")
    town.house.group.refresh_from_db()
    assert town.house.group.clinic_id == town.house.clinic.pk


def test_planned_doors_follow_the_rule_and_open_ones_do_not(town: Town) -> None:
    later = town.plan(7200)
    town.open()
    before = heads.peek([later.pk, town.house.id])
    town.as_("olga").patch(town.group, {"door_min": 5})
    after = heads.peek([later.pk, town.house.id])
    assert after[later.pk].deadline_at == before[later.pk].deadline_at + 10 * 60_000  # type: ignore[operator]
    assert after[town.house.id] == before[town.house.id]


def test_a_group_is_archived_once_nothing_of_it_is_to_come(town: Town) -> None:
    olga = town.as_("olga")
    refused(olga.post(f"{town.group}/archive"), 409, "sessions_ahead")
    assert olga.post(f"{town.session}/cancel", {"reason": "Snow"}).status_code == 200
    archived = olga.post(f"{town.group}/archive")
    assert archived.json()["archived"]
    assert olga.post(f"{town.group}/archive").json() == archived.json()
    assert names(town, "olga", archived="false") == []
    assert names(town, "olga", archived="true") == ["Evening group"]

    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    planned = {"group": str(town.house.group.pk), "planned_date": day, "length_min": 60}
    body = planned | {"planned_start": "18:00"}
    refused(olga.post("sessions", body), 409, "group_archived")
    person = {"person": town.person("bob").public_id}
    refused(olga.post(f"{town.group}/members", person), 409, "group_archived")
    assert olga.post(f"{town.group}/restore").json()["archived"] is None
    assert olga.post("sessions", body).status_code == 201


def test_an_open_session_keeps_its_group_from_the_archive(town: Town) -> None:
    town.open()
    town.house.session.ends_at = timezone.now() - timedelta(minutes=1)
    town.house.session.starts_at = town.house.session.ends_at - timedelta(hours=1)
    town.house.session.save(update_fields=["starts_at", "ends_at"])
    refused(town.as_("olga").post(f"{town.group}/archive"), 409, "sessions_ahead")


def test_it_says_how_many_take_part_and_who_holds_it_to_those_who_may_know(town: Town) -> None:
    for who in ("olga", "sue", "alice"):
        shown = town.as_(who).get(town.group).json()
        assert shown["members"] == 3
        team = [(one["name"], one["leads"]) for one in shown["team"]]
        assert team == [("Alice", True), ("Amir", False)]
    shown = town.as_("bob").get(town.group).json()
    assert shown["members"] is shown["team"] is None


def test_a_persons_groups_are_found_by_those_who_may_know(town: Town) -> None:
    Group.objects.create(clinic=town.house.clinic, name="Morning group", kind="education")
    bob, amir = (town.house.people[name].public_id for name in ("bob", "amir"))
    for who in ("olga", "alice", "bob"):
        assert names(town, who, person=bob) == ["Evening group"]
    assert names(town, "olga", person=amir) == ["Evening group"]
    assert names(town, "eve", person=bob) == []
    assert names(town, "olga", person="nobody") == []
