"""Send a message to a webhook, as JSON, signed when there is a secret.

The request belongs here. Trying again belongs to ``telling``, the words to ``alert``.
"""

import hashlib
import hmac
import json
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from warehouse.alert_settings import Webhook
from warehouse.configuration import read_secret
from yjdw.alerts.alert import Message

SIGNATURE = "X-Yjdw-Signature"
BUSY = (408, 425, 429)  # of the answers 4xx those that ask for another try
WRONG_REQUEST = range(300, 500)


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would turn the message into an empty question: it is an error."""

    def redirect_request(self, *_told: Any, **_more: Any) -> None:
        """Follow none."""


def send(message: Message, webhook: Webhook, timeout: float) -> None:
    """Post a message to the address.

    Args:
        message: What is told.
        webhook: The address, and where its secret is.
        timeout: Seconds to wait for the answer.

    Raises:
        OSError: The address is not there, hangs, or does not take it.
        ConfigurationError: The environment does not hold the secret.
    """
    body = json.dumps(message.as_dict(), ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8"}
    if webhook.secret_variable:
        headers[SIGNATURE] = sign(body, read_secret(webhook.secret_variable))
    # the configuration takes http and https alone
    request = Request(webhook.url, data=body, headers=headers)  # noqa: S310
    with build_opener(_NoRedirect).open(request, timeout=timeout) as answer:
        answer.read()


def sign(body: bytes, secret: str) -> str:
    """Return the signature that the receiver works out from body and secret too."""
    return f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"


def is_final(error: Exception) -> bool:
    """Return whether the address would answer the same to a second try."""
    if not isinstance(error, HTTPError):
        return False
    return error.code in WRONG_REQUEST and error.code not in BUSY
