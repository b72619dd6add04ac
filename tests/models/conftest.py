"""The same world as the ledger's tests."""

from tests.ledger.conftest import world

__all__ = ["world"]
