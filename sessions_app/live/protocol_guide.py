"""The prose of docs/protocol.md; every number in it comes from the code that holds to it."""

from typing import Final

from accounts import tickets
from sessions_app.live import conversation, frames, outbox
from sessions_app.live.feed import RESUME_LIMIT
from sessions_app.live.hub import SILENCE_MS
from sessions_app.live.leases import LEASE_MS
from sessions_app.live.standing import SignedOut
from sessions_app.live.writer import Stopping, Unavailable
from sessions_app.media import mesh
from sessions_app.room.errors import (
    Busy,
    Invalid,
    NotFound,
    NotPermitted,
    RoomError,
    WrongPhase,
)
from sessions_app.room.people import DEVICES
from sessions_app.room.policy import Standing
from sessions_app.room.talk import IN_VIEW, TEXT_LIMIT

# How the page names each standing of the policy table.
STANDINGS: Final[dict[Standing, str]] = {
    Standing.OUTSIDE: "participants outside",
    Standing.INSIDE: "participants inside",
    Standing.VISITING: "guests outside",
    Standing.GUEST: "guests inside",
    Standing.FACILITATOR: "facilitators",
    Standing.OBSERVER: "staff who look on",
    Standing.OFFICE: "the office (over HTTP only)",
    Standing.CLOCK: "the room itself",
}

_GENERAL: Final[tuple[RoomError, ...]] = (
    NotFound(),
    NotPermitted(),
    WrongPhase("ended"),
    Invalid("The message names the field and what it takes."),
    SignedOut(),
    Busy(),
    Unavailable(),
    Stopping(),
)
# Refusals of a frame rather than of a command: `ref` is null.
_OF_FRAMES: Final[dict[str, str]] = {
    "malformed": f"Not JSON, not a frame of {frames.PROTOCOL}, or not text; the message says what.",
    "too_large": f"More than {frames.FRAME_LIMIT // 1024} KB, or {frames.MEDIA_LIMIT // 1024} KB "
    "of a `media` frame.",
    "too_fast": f"More than {conversation.RATE:.0f} frames a second, "
    f"after {conversation.BURST} at once.",
}
GENERAL: Final[dict[str, str]] = {
    **{error.code: error.message for error in _GENERAL},
    "failed": "That did not work, and nothing was changed.",
    **_OF_FRAMES,
}

LIMITS: Final[dict[str, str]] = {
    "A client frame": f"{frames.FRAME_LIMIT // 1024} KB of text",
    "A `media` frame": f"{frames.MEDIA_LIMIT // 1024} KB; {conversation.MEDIA_RATE:.0f} a second, "
    f"{conversation.MEDIA_BURST} at once",
    "A caption": f"{frames.CAPTION_LIMIT} characters",
    "Devices of a mesh": f"{mesh.LIMIT} in one place",
    "`ref`": f"1 to {frames.REF_LIMIT} characters",
    "Pace": f"{conversation.RATE:.0f} frames a second, {conversation.BURST} at once",
    "Refused frames": f"{conversation.PATIENCE}; then the socket is closed with {frames.FLOOD}",
    "First frame": f"`hello`, within {conversation.HELLO_S} s",
    "Silence": f"{SILENCE_MS // 1000} s without any frame, and nothing of the device at an SFU; "
    f"then closed with {frames.SILENT}",
    "Unread events": f"{outbox.EVENTS_LIMIT // 1024} KB; then closed with {frames.RESYNC}",
    "Devices of one person": f"{DEVICES}; one more takes the place of the oldest",
    "A message": f"{TEXT_LIMIT} characters",
    "Messages in view": f"the last {IN_VIEW} of the group, and of each person's line to the staff",
    "Events missed": f"{RESUME_LIMIT}; beyond it a resumed socket gets a snapshot",
    "A ticket": f"one room, once, within {tickets.LIFETIME.seconds} s",
}

INTRODUCTION: Final = f"""\
# The protocol {frames.PROTOCOL}

<!-- Made by `vgroup protocol` from the types. Change the types, not this page. -->

How a client takes part in a room over a websocket. The same as a schema: \
[protocol.schema.json](protocol.schema.json), whose roots are `ClientFrame` and `ServerFrame`. \
The HTTP door has a schema of its own under `/api/v1/`.

Frames are JSON objects in text messages, told apart by `type`. Times are milliseconds since the \
epoch, UTC, unless a name ends in `_s` (seconds). People are known by their *seat*, an opaque code \
that means something in one group only. A client ignores fields of server frames, and whole \
events, that it does not know; the server refuses unknown fields.

## Connecting

The address is `/ws/rooms/<session id>`, the subprotocol `{frames.PROTOCOL}`.

- **A page of the server itself** is known by its session cookie. The `Origin` must be one of the \
server's own hosts, and the very host and port that the socket is asked of.
- **Any other client** asks for a ticket, `POST /api/v1/sessions/<session id>/ticket`, with the \
session token in `X-Session-Token`, and offers it as a second subprotocol: \
`{frames.PROTOCOL}, {frames.TICKET_PREFIX}<ticket>`. A ticket opens one room, once, within \
{tickets.LIFETIME.seconds} seconds, and counts for more than a cookie.

The server accepts the socket first and refuses it with a [close code](#close-codes), so that a \
browser can tell why. Only people of the session get in: its staff, its participants, its guests. \
The office gives its commands over HTTP.

```
C  {{"type":"hello"}}
S  {{"type":"welcome","cursor":"Qk…","now":1790000000000,"resumed":false,"snapshot":{{…}}}}
C  {{"type":"command","ref":"7f3a","command":{{"type":"RaiseHand"}}}}
S  {{"type":"event","cursor":"x1…","at":1790000000120,"event":{{…}},"private":null}}
S  {{"type":"ack","ref":"7f3a","cursor":"x1…"}}
```

## Hello, welcome, resume

The first frame is a `hello`. The answer is a `welcome`: with a snapshot, the whole room as this \
person may see it. Events follow it in order; applied to the snapshot they give what a fresh \
snapshot would say.

A client that was cut off says `hello` with the cursor of the last `event` or `welcome` it took. \
If it can go on from there, the `welcome` says `"resumed": true`, its snapshot is null, and the \
missed events follow. If not (too much has happened, or the person sees the room differently now) \
it gets a snapshot, as if it had not asked.

**A welcome may come at any time, and replaces all that came before**: it is sent whenever a \
person comes to see the room differently: when the door opens, when they come in or are out \
again, when the group ends.

A cursor is opaque. Cursors tell neither order nor number; compare them for nothing but equality.

## Signs of life

Any frame is one, and so is sound or picture of the device that reaches an SFU; what it only \
receives is none. A client sends a `beat` every ten seconds, and the server answers each with a \
`beat` that tells its own time: whoever gets no answer for some seconds has lost the connection, \
even if their system has not noticed, and should open a new one. After \
{SILENCE_MS // 1000} seconds without any sign of life the connection counts as lost as of the \
last one. If \
a whole server dies, its connections are lost as of its own last sign of life, which shows after \
{LEASE_MS // 1000} seconds.

A lost connection keeps the seat for a while (a rule of the group); who comes back in that time, \
or later within the return gap, does not have to ask.

## Commands and their answers

Each command carries a `ref` of the client's own choice, and gets one `ack` or one `error` with it.

- `ack`: it is in the ledger, or needed nothing. Its events come before it, unless a `welcome` \
is on its way.
- `error`: it was refused, and nothing changed. Nobody else learns of it. `code` is stable, \
`message` is a sentence for people.
- **No answer**: send the same command with the same `ref`, on any socket, to any server or over \
HTTP. A ref is done once and answered again.

Over HTTP the same commands go to `POST /api/v1/sessions/<session id>/commands`, as \
`{{"ref": …, "command": {{…}}}}`.

## Sound and picture

`media` frames carry what a device and the service say about its media, told apart by `kind`. \
Somebody who is inside says `join`; `ready` names the engine and what may be sent at this moment, \
and `permitted` follows whenever that changes. A person has media on one device at a time, the \
one that joined last.

- **sfu**: the device makes a connection with three lines it sends on, in this order: microphone, \
camera, share. It says `publish`, and is `answered`. What others send comes on a second \
connection: each `offer` names its streams, and wants an `answer` with its number `n`.
- **mesh**: `peers` are the other devices of the place. Each pair makes one connection; the one \
with the smaller name offers. They speak by `pass`, and each tells how long its person talked \
(`ReportSpeech`). Anywhere else the service measures that, and refuses to be told (`not_permitted`).
- **again** at any time: what there was is gone; `join` anew. **over**: do not, until something \
changes.

`signal` frames carry the key messages of encrypted groups from one person's devices to another's \
in the same place, as they are. `caption` frames go to everyone in the place, from captioners and \
staff. Neither is kept, and either may be lost.

## What one may see

Each event goes to whom it concerns. **What a person may not see leaves no trace**: no frame, no \
gap, no number. Fields marked *staff only* are missing from the frames of everyone else. What \
belongs to a person rather than to the record (texts, answers, notes) comes beside the event as \
`private`, to those who may read it, and is null for all others and once it was erased.
"""
