"""Why a simulation can not go on, or what a server refused."""


class SimulationError(Exception):
    """It can not go on; the message is a sentence that says what to do."""


class Refused(Exception):
    """The server refused a request or a command, with a stable code."""

    def __init__(self, code: str, message: str, status: int = 0) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.status = status


class Closed(Exception):
    """The server went away before an answer came; the same ref may be sent again."""
