"""An error as AWS would answer it.

Extensions raise it anywhere below the gateway; the gateway writes it in the wire format of the service that was called,
so that no extension has to know whether its service speaks XML or JSON.
"""


class AwsRefusal(Exception):
    """One refused request: the documented error code, a message, and the fields that some errors carry."""

    def __init__(self, code: str, message: str, status: int = 400, fields: dict[str, str] | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.status = status
        self.fields = fields or {}


def access_denied(message: str) -> AwsRefusal:
    """The error that IAM and STS answer to a caller who may not do this."""
    return AwsRefusal("AccessDenied", message, status=403)
