"""coturn: a relay to Janus, or between devices, which leads to nothing else in our networks."""

from typing import Final

from sessions_app.media.servers import program
from sessions_app.media.servers.plan import RELAY_PORTS, Plan
from sessions_app.media.servers.program import Program

EVERYWHERE: Final = ("0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
# This machine, private networks, and where clouds keep their secrets.
PRIVATE: Final = (
    "0.0.0.0-0.255.255.255",
    "10.0.0.0-10.255.255.255",
    "100.64.0.0-100.127.255.255",
    "127.0.0.0-127.255.255.255",
    "169.254.0.0-169.254.255.255",
    "172.16.0.0-172.31.255.255",
    "192.0.0.0-192.0.0.255",
    "192.0.2.0-192.0.2.255",
    "192.88.99.0-192.88.99.255",
    "192.168.0.0-192.168.255.255",
    "198.18.0.0-198.19.255.255",
    "198.51.100.0-198.51.100.255",
    "203.0.113.0-203.0.113.255",
    "240.0.0.0-255.255.255.255",
    # From ::1: a range that begins at :: takes in every IPv4 address there is.
    "::1-::ffff:ffff:ffff",
    "64:ff9b::-64:ff9b::ffff:ffff",
    "2001::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
    "2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
)
# Of one person in one room: a device holds two connections to Janus, or four to others, over UDP
# and TCP, on each of its networks, and what it lost is held for ten minutes more.
USER_QUOTA, TOTAL_QUOTA = 120, len(RELAY_PORTS)
MOST_BYTES_A_SECOND: Final = 2_000_000  # on one connection


def prepared(plan: Plan) -> Program:
    """Write what coturn needs; returns how to start it."""
    folder = plan.folder / "coturn"
    program.write(folder, {"turn.conf": file(plan)})
    nothing = program.only(folder / "nothing")
    command = (program.found("turnserver", "coturn"), "-c", str(folder / "turn.conf"))
    host = plan.own_relay or plan.address
    return Program("coturn", program.confined(*command), nothing, (host, plan.relay_port))


def file(plan: Plan) -> str:
    """Its configuration."""
    relay = plan.own_relay or plan.address
    return "\n".join(
        (
            *(() if plan.own_relay else (f"listening-ip={plan.address}",)),
            f"listening-port={plan.relay_port}",
            f"relay-ip={relay}",
            f"min-port={RELAY_PORTS.start}",
            f"max-port={RELAY_PORTS.stop - 1}",
            f"realm={plan.realm}",
            "use-auth-secret",
            f"static-auth-secret={plan.relay_secret}",
            "fingerprint",
            "stale-nonce=600",
            f"user-quota={USER_QUOTA}",
            f"total-quota={TOTAL_QUOTA}",
            f"max-bps={MOST_BYTES_A_SECOND}",
            *(f"denied-peer-ip={them}" for them in (PRIVATE if plan.to_devices else EVERYWHERE)),
            *(f"allowed-peer-ip={one}" for one in sorted({plan.address, relay})),
            "no-multicast-peers",
            # With it, whoever has credentials could speak to Janus's own interface.
            "no-tcp-relay",
            "no-cli",
            "no-tls",
            "no-dtls",
            "no-rfc5780",
            "no-software-attribute",
            "log-file=stdout",
            "simple-log",
            "pidfile=/dev/null",
            "userdb=:memory:",
            "",
        )
    )
