"""The test stacks are what they claim to be: real servers, fresh data, the same in every thread."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from asgiref.sync import sync_to_async
from django.contrib.auth.models import Group
from django.db import connection, transaction

from tests.servers import Postgres, Redis
from tests.stack import Stack


def test_each_stack_has_its_own_kind_of_database(stack: Stack) -> None:
    assert connection.vendor == {"embedded": "sqlite", "clinic": "postgresql"}[stack.name]


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_the_clinic_is_a_real_postgresql(stack: Stack) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT version()")
        assert cursor.fetchone()[0].startswith("PostgreSQL")


@pytest.mark.parametrize("name", ["first", "second"])
def test_what_a_test_commits_is_gone_for_the_next(stack: Stack, name: str) -> None:
    Group.objects.create(name=name)
    assert Group.objects.count() == 1


def test_another_thread_sees_what_is_committed_and_nothing_else(stack: Stack) -> None:
    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            assert other.submit(Group.objects.count).result() == 0
        Group.objects.create(name="committed")
        assert other.submit(Group.objects.count).result() == 1


async def test_asynchronous_code_uses_the_stack(stack: Stack) -> None:
    await Group.objects.acreate(name="committed")
    assert await sync_to_async(Group.objects.count, thread_sensitive=False)() == 1


@pytest.mark.django_db
def test_an_ordinary_test_has_the_ordinary_database() -> None:
    assert connection.vendor == "sqlite"
    assert not Group.objects.exists()


def test_processes_of_a_stack_get_its_settings(stack: Stack) -> None:
    assert stack.environ["VGROUP_DATABASE_URL"] == stack.database_url
    assert bool(stack.environ["VGROUP_REDIS_URL"]) == (stack.name == "clinic")
    assert "DJANGO_SETTINGS_MODULE" not in stack.environ


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_a_stack_survives_a_restart_of_its_servers(
    stack: Stack, postgres: Postgres, redis: Redis
) -> None:
    Group.objects.create(name="committed")
    connection.close()
    for server in (postgres, redis):
        server.stop()
        server.start()
    assert Group.objects.get().name == "committed"
