"""What a process counts about itself, for Prometheus: numbers of things, never of whom.

Labels are kinds, codes and results that the program itself names, so that nothing a client sends
becomes a series.
"""

from collections import Counter as Tally
from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

registry = CollectorRegistry()

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15)


def _counter(name: str, meaning: str, *labels: str) -> Counter:
    return Counter(name, meaning, labels, namespace="vgroup", registry=registry)


def _gauge(name: str, meaning: str) -> Gauge:
    return Gauge(name, meaning, namespace="vgroup", registry=registry)


def _histogram(name: str, meaning: str, buckets: Iterable[float]) -> Histogram:
    return Histogram(name, meaning, namespace="vgroup", buckets=tuple(buckets), registry=registry)


# Media
media_legs = _gauge("media_legs", "Devices with sound or picture in this process.")
media_sfu_away = _gauge("media_sfu_away", "1 while this process has an SFU and can not ask it.")
media_published = _counter("media_published", "Devices whose media came through.")

# Commands
commands = _counter("commands", "Commands answered with done, by kind.", "kind")
refusals = _counter("refusals", "Commands answered with a refusal, by code.", "code")
events = _counter("events", "Events appended to the ledger.")
queue_depth = _gauge("queue_depth", "Commands that wait for the writer.")
batch_commands = _histogram(
    "batch_commands", "Commands in one transaction.", (1, 2, 4, 8, 16, 32, 64, 128, 256)
)
commit_seconds = _histogram("commit_seconds", "From taking a batch to its commit.", _FAST)
retries = _counter("batch_retries", "Batches tried again because the database did not answer.")

# Sockets
fanout_seconds = _histogram(
    "fanout_seconds", "From a commit to its frames in every socket's outbox here.", _FAST
)
frames = _counter("frames", "Event frames put into outboxes.")
closed = _counter("closed_sockets", "Sockets this process closed, by code.", "code")
sockets = _gauge("sockets", "Open sockets.")
rooms = _gauge("rooms", "Rooms with an open socket.")
outbox_frames = _gauge("outbox_frames", "Frames that wait in the fullest outbox.")
outbox_bytes = _gauge("outbox_bytes", "Characters that wait in all outboxes.")
sweep_repairs = _counter("sweep_repairs", "Rooms found behind their ledger by the sweep.")
layer_errors = _counter("layer_errors", "Times the channel layer did not answer.")

# Time and presence
clock_lag_seconds = _gauge("clock_lag_seconds", "How long the most overdue deadline has waited.")
clock_jumped = _gauge("clock_jumped", "1 while the database's clock is not followed.")
leases_lost = _counter(
    "leases_lost", "Leases that ran out: this process's own, or another's found dead.", "whose"
)


def answered(kinds: Iterable[str], codes: Iterable[str]) -> None:
    """Count a batch's answers: the kinds that were done, the codes of those refused."""
    for kind, number in Tally(kinds).items():
        commands.labels(kind).inc(number)
    for code, number in Tally(codes).items():
        refusals.labels(code).inc(number)


def measured(gauge: Gauge, reading: Callable[[], float]) -> None:
    """Let a gauge be read when it is asked for, and not before."""
    gauge.set_function(reading)


def text() -> bytes:
    """Everything, in Prometheus' text format."""
    return generate_latest(registry)
