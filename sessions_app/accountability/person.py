"""One row of an attendance: a person's figures, what to note about them, and their sources."""

from collections.abc import Iterator

from msgspec import Struct

from sessions_app.accountability import status
from sessions_app.accountability.counts import counts
from sessions_app.accountability.devices import On
from sessions_app.accountability.intervals import Intervals, intersect, total
from sessions_app.accountability.presence import Presence
from sessions_app.accountability.rows import Flag, Row
from sessions_app.accountability.sources import Mark, Sources, seqs
from sessions_app.accountability.speech import Note, Talk, talk
from sessions_app.accountability.status import Case

MINUTE_MS = 60_000
SECOND_MS = 1_000


class Readings(Struct, frozen=True):
    """What the ledger says of one person; `counted` are the entries behind each count.

    `notes` tell how long they talked; a device may have stood on while they were not there.
    """

    case: Case
    presence: Presence
    counted: Sources = {}
    lead: Intervals = ()
    notes: tuple[Note, ...] = ()
    microphone: On = On()
    camera: On = On()


def row(of: Readings) -> Row:
    """The row of one person."""
    case, presence, credit = of.case, of.presence, of.case.credit
    verdict = status.status(case)
    came = verdict not in ("absent", "expected", "not_held", "cancelled")
    guest = case.person.role == "guest"
    credited = () if guest else credit.credited
    credited_ms = total(credited)
    counted = {**of.counted, "connection_losses": _losses(of)}
    taking_part = intersect(credit.present, case.running.intervals)
    talked = talk(of.notes, taking_part)
    microphone = intersect(of.microphone.spans, taking_part)
    camera = intersect(of.camera.spans, taking_part)
    return Row(
        seat=case.person.seat,
        name=case.person.name,
        role=case.person.role,
        status=verdict,
        attended=case.attended,
        credential=case.person.credential,
        function=case.person.function,
        facilitates=case.person.facilitates,
        removed_for=case.entry.removed.reason if case.entry.removed is not None else None,
        late_s=status.late_ms(case) // SECOND_MS if came else 0,
        early_s=status.early_ms(case) // SECOND_MS if came else 0,
        first_in=presence.present[0].since if presence.present else None,
        last_out=_last_out(of),
        present_ms=total(presence.present),
        credited_ms=credited_ms,
        credited_min=credited_ms // MINUTE_MS,
        away_ms=total(presence.away),
        waiting_ms=total(presence.waiting),
        led_ms=total(_led(of)),
        talked_ms=talked.ms,
        talked_by=talked.by,
        microphone_ms=total(microphone),
        camera_ms=total(camera),
        presence=presence.present,
        earned=() if guest else credit.earned,
        credited=credited,
        gaps=presence.gaps,
        waiting=presence.waiting,
        away=presence.away,
        microphone=microphone,
        camera=camera,
        flags=tuple(sorted(_flags(of))),
        counts=counts(counted),
        sources=_sources(of, counted, talked),
    )


def _losses(of: Readings) -> tuple[int, ...]:
    void = of.case.entry.void
    return seqs(loss for loss in of.presence.losses if void is None or loss.at >= void.at)


def _last_out(of: Readings) -> int | None:
    present, running = of.presence.present, of.case.running
    if not present or (running.recorded.outcome == "open" and present[-1].until == running.end):
        return None
    return present[-1].until


def _led(of: Readings) -> Intervals:
    return intersect(intersect(of.lead, of.presence.present), of.case.running.intervals)


def _flags(of: Readings) -> Iterator[Flag]:
    case, entry = of.case, of.case.entry
    start, added = case.running.start, case.person.added_at
    if added is not None and start is not None and added > start:
        yield "added_late"
    if entry.admitted_late is not None:
        yield "admitted_after_cutoff"
    if case.person.dismissed:
        yield "dismissed"
    if any(mark.at == of.presence.present[-1].until for mark in of.presence.losses):
        yield "dropped_at_end"
    if entry.returned is not None:
        yield "let_back_in"
    if entry.knocked is not None and not of.presence.inside:
        yield "never_admitted"
    if entry.void is not None:
        yield "not_this_person"
    if case.credit.doubled and case.person.role != "guest":
        yield "overlap"
    if entry.over_capacity is not None:
        yield "over_capacity"
    if entry.refused is not None:
        yield "refused"


def _sources(of: Readings, counted: Sources, talked: Talk) -> Sources:
    presence, running = of.presence, of.case.running
    entries = seqs(presence.marks)
    away = seqs(presence.away_marks)
    times = tuple(sorted({seq for key in running.sources for seq in running.sources[key]}))
    void = seqs([of.case.entry.void])
    sources: Sources = {
        "status": _status_sources(of),
        "first_in": _at(presence.marks, presence.present[0].since) if presence.present else (),
        "last_out": _at(presence.marks, presence.present[-1].until) if presence.present else (),
        "present": entries,
        "credited": tuple(sorted({*entries, *away, *times, *void})) if presence.present else (),
        "away": away,
        "waiting": seqs(presence.waiting_marks),
        "talked": talked.sources,
        "microphone": _own(of, of.microphone),
        "camera": _own(of, of.camera),
        **counted,
    }
    return {figure: found for figure, found in sources.items() if found}


def _own(of: Readings, device: On) -> tuple[int, ...]:
    void = of.case.entry.void
    return tuple(seq for seq in device.sources if void is None or seq > void.seq)


def _at(marks: tuple[Mark, ...], moment: int) -> tuple[int, ...]:
    return seqs(mark for mark in marks if mark.at == moment)


def _status_sources(of: Readings) -> tuple[int, ...]:
    case, first = of.case, of.case.running.recorded
    if case.entry.removed is not None and case.running.held:
        return (case.entry.removed.seq,)
    found = {case.person.seq, *seqs([first.started, first.ended])}
    if case.running.held:
        found |= {seq for entries in case.running.sources.values() for seq in entries}
        found |= {*seqs([case.knocked, case.entry.void]), *seqs(of.presence.marks)}
    return tuple(sorted(found))
