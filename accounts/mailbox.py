"""Sends e-mails aside, one after the other, and keeps addresses out of the log."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor, wait

from django.core.mail import EmailMessage
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

_postman = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
_waiting: set[Future[None]] = set()


def post(message: EmailMessage) -> None:
    """Send soon; a failure is logged, and never reaches whoever asked."""
    letter = _postman.submit(_send, message)
    _waiting.add(letter)
    letter.add_done_callback(_waiting.discard)


def flush(timeout_s: float = 10) -> None:
    """Wait until everything posted so far is sent."""
    wait(tuple(_waiting), timeout=timeout_s)


def post_invitation(email: str, link: str, days: int) -> None:
    """The link of an invitation; the text says nothing about a person, a clinic or treatment."""
    text = render_to_string("account/email/invitation_message.txt", {"link": link, "days": days})
    post(EmailMessage(subject="Your invitation", body=text, to=[email]))


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception as error:  # noqa: BLE001  (whatever the mail server does, sign-in goes on)
        # The name of the error only: its text may repeat the address.
        logger.error("An e-mail could not be sent (%s)", type(error).__name__)  # noqa: TRY400
