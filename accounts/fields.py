"""Database columns that hold sealed bytes: encrypted as they are written, opened as they are read.

The key is the home key of the key ring; what is sealed is bound to its column.
"""

import datetime as dt
import json
from typing import Any

from django.db import models

from accounts.keys import keyring


class EncryptedField(models.BinaryField):  # type: ignore[type-arg]
    """What is common to the encrypted columns; nothing can be searched in them."""

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        self._context = f"{cls._meta.label_lower}.{name}".encode()

    def get_prep_value(self, value: Any) -> bytes | None:
        if value is None:
            return None
        ring = keyring()
        return ring.wrap(ring.home(), self.to_text(value).encode(), self._context)

    def from_db_value(self, value: Any, *_: Any) -> Any:
        if value is None:
            return None
        return self.from_text(keyring().unwrap(bytes(value), self._context).decode())

    def to_text(self, value: Any) -> str:
        raise NotImplementedError

    def from_text(self, text: str) -> Any:
        raise NotImplementedError


class EncryptedDate(EncryptedField):
    """A date."""

    def to_text(self, value: Any) -> str:
        return dt.date.isoformat(value)

    def from_text(self, text: str) -> Any:
        return dt.date.fromisoformat(text)


class EncryptedJSON(EncryptedField):
    """Anything JSON can hold."""

    def to_text(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def from_text(self, text: str) -> Any:
        return json.loads(text)
