"""Logs one JSON object a line, and keeps people out of it: no e-mails, query strings or bodies."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

EMAIL = re.compile(r"[^\s@<>()\"'=,;:]+@[^\s@<>()\"'=,;:]+")
QUERY = re.compile(r"\?\S*")
# PostgreSQL repeats the values of the row it refused.
ROW = re.compile(r"(?m)^(DETAIL:|.*Failing row contains|.*Key \().*$")


class JsonFormatter(logging.Formatter):
    """Time, level, logger, message and, where there is one, the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": discreet(record.getMessage()),
        }
        if status := getattr(record, "status_code", None):
            line["status"] = status
        if record.exc_info:
            line["traceback"] = discreet(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def discreet(text: str) -> str:
    """The text without what could name a person: e-mails, query strings, values of a row."""
    return ROW.sub("(row left out)", QUERY.sub("?…", EMAIL.sub("(e-mail)", text)))


def logging_config() -> dict[str, Any]:
    """Django's LOGGING: warnings and worse to standard error, our own packages from info up."""
    info = {"level": "INFO"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "vgroup.log.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "vgroup": info,
            "accounts": info,
            "sessions_app": info,
            # Django's own handlers would mail or print the request with all it holds.
            "django": {"handlers": [], "level": "WARNING"},
            "django.server": {"handlers": [], "level": "WARNING"},
            # Every refused request is an answer, not an event of the server's.
            "django.request": {"level": "ERROR"},
        },
    }
