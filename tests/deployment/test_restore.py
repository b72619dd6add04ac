"""A backup, made as the manual says, brings back a record that verifies and rooms that go on."""

import asyncio
import shutil
import subprocess

import pytest

from tests.live.client import Device

pytestmark = pytest.mark.parametrize("stack", ["clinic"], indirect=True)


def program(postgres, *command):
    """Run one of PostgreSQL's own programs to its end."""
    name, *options = command
    subprocess.run(
        [postgres.programs / name, "--username", "postgres", *options],
        check=True,
        capture_output=True,
    )


async def test_a_restored_group_goes_on_where_it_was(
    build, gather, serve, vgroup, stack, postgres, tmp_path
):
    house = await build(reconnect_s=600)
    people = await gather(house, "bob", start=True)
    await people["bob"].does("Post", text="Before the fire")
    ticket = await asyncio.to_thread(house.ticket, "bob")

    dump, copy = tmp_path / "vgroup.dump", f"restored_{house.id.hex[:12]}"
    there = ["--host", str(postgres.folder), "--dbname"]
    source = stack.database_url.split("@/")[1].split("?")[0]
    program(postgres, "pg_dump", "--format=custom", "--file", dump, *there, source)
    shutil.copytree(stack.home / "keys", tmp_path / "elsewhere" / "keys")
    postgres.create(copy)
    try:
        program(postgres, "pg_restore", "--no-owner", "--no-privileges", *there, copy, dump)
        elsewhere = {
            "VGROUP_DATABASE_URL": postgres.url(copy),
            "VGROUP_KEYS": str(tmp_path / "elsewhere" / "keys"),
            "VGROUP_REDIS_PREFIX": copy,
        }
        prepared = await asyncio.to_thread(
            vgroup, "prepare", VGROUP_APP_ROLE=f"serves_{copy}", **elsewhere
        )
        assert prepared.returncode == 0, prepared.stderr
        verified = await asyncio.to_thread(vgroup, "verify", "--all", **elsewhere)
        assert verified.returncode == 0, verified.stdout
        again = await asyncio.to_thread(serve, **elsewhere)
        bob = await Device.open(again.socket_url, house.id, ticket)
        snapshot = await bob.snapshot(lambda s: s["you"]["standing"] == "inside")
        assert "Before the fire" in str(snapshot)
        await bob.does("Post", text="And after")
        await bob.close()
        again.stop()
    finally:
        postgres.drop(copy)
