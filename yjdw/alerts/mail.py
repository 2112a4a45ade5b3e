"""Send a message by mail, over SMTP.

Talking to the mail server belongs here. Trying again belongs to ``telling``, the
words to ``alert``.
"""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from warehouse.alert_settings import Smtp
from warehouse.configuration import read_secret
from yjdw.alerts.alert import Message

REFUSED_FOR_GOOD = range(500, 600)


def send(message: Message, smtp: Smtp, timeout: float) -> None:
    """Give a message to the mail server.

    Args:
        message: What is told.
        smtp: The server, who writes and who reads.
        timeout: Seconds to wait for each answer of the server.

    Raises:
        OSError: The server is not there, hangs, or does not take it.
        ConfigurationError: The environment does not hold the password.
    """
    mail = EmailMessage()
    mail["Subject"] = message.subject
    mail["From"], mail["To"] = smtp.sender, ", ".join(smtp.recipients)
    mail["Date"] = formatdate(localtime=False)
    mail["Message-ID"] = make_msgid(domain=smtp.sender.partition("@")[2])
    mail.set_content(message.text)
    with _connect(smtp, timeout) as server:
        if smtp.username and smtp.password_variable:
            server.login(smtp.username, read_secret(smtp.password_variable))
        server.send_message(mail)


def _connect(smtp: Smtp, timeout: float) -> smtplib.SMTP:
    if smtp.security == "none":
        return smtplib.SMTP(smtp.host, smtp.chosen_port, timeout=timeout)
    trusted = ssl.create_default_context(cafile=smtp.ca_file)
    if smtp.security == "tls":
        return smtplib.SMTP_SSL(
            smtp.host, smtp.chosen_port, timeout=timeout, context=trusted
        )
    server = smtplib.SMTP(smtp.host, smtp.chosen_port, timeout=timeout)
    server.starttls(context=trusted)
    return server


def is_final(error: Exception) -> bool:
    """Return whether the server would answer the same to a second try."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return all(code in REFUSED_FOR_GOOD for code in codes)
    final = (smtplib.SMTPNotSupportedError, ssl.SSLCertVerificationError)
    return (
        isinstance(error, final) or getattr(error, "smtp_code", 0) in REFUSED_FOR_GOOD
    )
