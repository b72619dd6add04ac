"""A message to any number of sockets: its text, and its websocket frame once one is needed."""

import struct

TEXT = 0x81  # a whole text message in one frame (RFC 6455, 5.2); a server does not mask
SHORT, LONG = 126, 127


class Message:
    """Made once for all who are sent it."""

    __slots__ = ("_frame", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._frame: bytes | None = None

    def __len__(self) -> int:
        return len(self.text)

    @property
    def frame(self) -> bytes:
        """The frame that carries the text over a plain websocket without compression."""
        if self._frame is None:
            self._frame = _framed(self.text.encode())
        return self._frame


def _framed(payload: bytes) -> bytes:
    size = len(payload)
    if size < SHORT:
        head = struct.pack("!BB", TEXT, size)
    elif size < 1 << 16:
        head = struct.pack("!BBH", TEXT, SHORT, size)
    else:
        head = struct.pack("!BBQ", TEXT, LONG, size)
    return head + payload
