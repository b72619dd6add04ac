"""The one error of the set-up."""


class StartError(Exception):
    """vgroup cannot go on; the message is a sentence that says what to do instead."""
