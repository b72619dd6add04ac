"""What the ledger says when it will not go on; none of it is meant for a participant.

LedgerError
├── NotLocked    called outside a transaction, or a head that was not locked by this one
├── OutOfOrder   rows that do not follow the head: the batch is wrong, nothing was written
└── Unreadable   a private row or its key does not open: another key, or changed bytes
"""


class LedgerError(Exception):
    """Something stands against writing or reading the record."""


class NotLocked(LedgerError):
    """The heads must be locked in the transaction that appends."""


class OutOfOrder(LedgerError):
    """The rows do not follow the head they were decided on."""


class Unreadable(LedgerError):
    """A private row or its key can not be opened."""
