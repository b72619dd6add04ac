"""`vgroup serve`: check that it is safe, then serve rooms until a signal ends it."""

from argparse import ArgumentParser
from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection

from accounts.models import Clinic
from vgroup import home, reach, server, start
from vgroup.env import Env
from vgroup.errors import StartError
from vgroup.safeguards import demo_refusals


class Command(BaseCommand):
    """Serves HTTP and websockets with daphne, and the rooms' clock, in one process."""

    help = "Serve the rooms. Refuses unsafe settings and says what to set."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The address, and what this process does beside serving."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")
        clock = parser.add_mutually_exclusive_group()
        clock.add_argument(
            "--embedded", action="store_true", dest="clock", help="run the clock too (default)"
        )
        clock.add_argument(
            "--no-clock", action="store_false", dest="clock", help="leave the clock to others"
        )
        parser.add_argument("--migrate", action="store_true", help="migrate the database first")
        parser.add_argument("--demo", action="store_true", help="seed a demo clinic if it is empty")
        start.add_wait(parser)
        parser.set_defaults(clock=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, prepare and serve; every refusal comes before anything is changed."""
        env: Env = settings.ENV
        host, port = options["host"], options["port"]
        start.require_safe(env, host, port)
        with nullcontext() if env.redis_urls else home.held(env.home):
            start.require_database(env, options["wait"], self.say, migrate=options["migrate"])
            reach.report_redis(env.redis_urls)
            if options["demo"] and "demo" in get_commands():
                call_command("demo", if_empty=True)
            if _holds_demo() and (reasons := demo_refusals(env, host)):
                raise StartError("\n        ".join(reasons))
            self.serve(host, port, clock=options["clock"])

    def serve(self, host: str, port: int, *, clock: bool) -> None:
        """Run until a signal ends it."""
        from sessions_app.live import runtime
        from vgroup.asgi import application

        server.run(
            application,
            runtime,
            host=host,
            port=port,
            clock=clock,
            direct=settings.ENV.direct_send,
            drain_s=settings.ENV.drain_s,
            ready=lambda bound: self.say(f"Ready at {start.address(host, bound)} (Ctrl+C ends it)"),
        )

    def say(self, sentence: str) -> None:
        """Tell whoever waits, at once."""
        self.stdout.write(sentence)
        self.stdout.flush()


def _holds_demo() -> bool:
    found = Clinic.objects.filter(demo=True).exists()
    connection.close()
    return found
