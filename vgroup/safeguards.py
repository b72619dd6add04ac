"""Settings under which rooms must not open; each refusal names the setting and what to set."""

from vgroup import media
from vgroup.env import Env, is_loopback


def refusals(env: Env, host: str) -> list[str]:
    """Why `vgroup serve` on this address is refused; empty when it may start."""
    sound = media.refusals(env.media, shared=bool(env.redis_urls), local=env.local)
    return [*_secrets(env), *_reach(env, host), *_processes(env), *sound]


def demo_refusals(env: Env, host: str) -> list[str]:
    """Why a database with the demo clinic, whose password is public, is not served here."""
    if not env.local:
        return [
            "The database holds the demo clinic, whose password is public, and "
            "VGROUP_ALLOWED_HOSTS names other machines: set VGROUP_DATABASE_URL to another one."
        ]
    if not (is_loopback(host) or env.demo):
        return [
            "The database holds the demo clinic, whose password is public: leave --host out, or "
            "set VGROUP_DEMO to 1 if nobody else can reach this address."
        ]
    return []


def _secrets(env: Env) -> list[str]:
    if not env.secret_key:
        return ["VGROUP_SECRET_KEY is not set: set it to at least 32 random characters."]
    if len(env.secret_key) < 32:
        return ["VGROUP_SECRET_KEY is too short: set it to at least 32 random characters."]
    return []


def _reach(env: Env, host: str) -> list[str]:
    if not env.allowed_hosts:
        return ["VGROUP_ALLOWED_HOSTS is not set: name the hosts people reach this server by."]
    if "*" in env.allowed_hosts:
        return ["VGROUP_ALLOWED_HOSTS allows every host: name the ones people reach it by."]
    reasons = []
    if env.debug and not (env.local and is_loopback(host)):
        reasons.append("VGROUP_DEBUG is on and other machines can reach this server: unset it.")
    if env.demo and not env.local:
        reasons.append("VGROUP_DEMO is on and other machines can reach this server: unset it.")
    if not env.https and not env.local:
        reasons.append(
            "VGROUP_HTTPS is off and VGROUP_ALLOWED_HOSTS names other machines: set it to 1 and "
            "put a TLS proxy in front."
        )
    if env.https and not env.proxies:
        reasons.append(
            "VGROUP_HTTPS is on and VGROUP_PROXIES is 0: vgroup speaks plain HTTP, so put a TLS "
            "proxy in front and set VGROUP_PROXIES to the number of proxies."
        )
    return reasons


def _processes(env: Env) -> list[str]:
    if env.processes > 1 and not env.redis_urls:
        return [
            f"VGROUP_PROCESSES is {env.processes} and VGROUP_REDIS_URL is not set: the in-memory "
            "layer reaches one process only. Set VGROUP_REDIS_URL or run one process."
        ]
    return []
