"""`vgroup clock`: wake the rooms at their deadlines, in a process that serves nobody."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from vgroup import reach, server, start
from vgroup.env import Env
from vgroup.errors import StartError


class Command(BaseCommand):
    """Any number may run: each deadline is met once."""

    help = "Run the rooms' clock alone. Answers /healthz, /readyz and /metrics."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where it tells how it is."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8001, help="0 takes any free port")
        start.add_wait(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Check as `vgroup serve` does, then wake rooms until a signal ends it."""
        env: Env = settings.ENV
        if not env.redis_urls:
            raise StartError(
                "VGROUP_REDIS_URL is not set: without it there is one process, and `vgroup serve` "
                "runs the clock in it."
            )
        start.require_safe(env, options["host"], options["port"])
        start.require_database(env, options["wait"], self.say)
        reach.report_redis(env.redis_urls)
        self.run(options["host"], options["port"])

    def run(self, host: str, port: int) -> None:
        """Run until a signal ends it."""
        from sessions_app.live.clockwork import Clockwork
        from vgroup.health import application

        server.run(
            application,
            Clockwork(),
            host=host,
            port=port,
            clock=True,
            ready=lambda bound: self.say(f"Ready at {start.address(host, bound)} (Ctrl+C ends it)"),
        )

    def say(self, sentence: str) -> None:
        """Tell whoever waits, at once."""
        self.stdout.write(sentence)
        self.stdout.flush()
