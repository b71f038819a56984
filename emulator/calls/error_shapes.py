"""Errors in the wire format of the service that was called; an SDK retries only what it can read."""

import json
from xml.sax.saxutils import escape

from werkzeug.wrappers import Response

from calls.api_call import ApiCall
from calls.refusal import AwsRefusal

REQUEST_ID = "00000000-0000-0000-0000-000000000000"


def error_response(call: ApiCall, refusal: AwsRefusal) -> Response:
    """S3 has its own XML, the query protocol another, all else is JSON. An answer to HEAD is its status alone."""
    if call.method == "HEAD":
        return Response(status=refusal.status)
    if call.service == "s3":
        return _xml(refusal, f"<Error>{_members(refusal)}<RequestId>{REQUEST_ID}</RequestId></Error>")
    if call.is_query:
        sender = "Sender" if refusal.status < 500 else "Receiver"
        error = f"<Error><Type>{sender}</Type>{_members(refusal)}</Error>"
        return _xml(refusal, f"<ErrorResponse>{error}<RequestId>{REQUEST_ID}</RequestId></ErrorResponse>")
    body = {"__type": refusal.code, "message": refusal.message, "Message": refusal.message, **refusal.fields}
    response = Response(json.dumps(body), refusal.status, content_type="application/json")
    response.headers["X-Amzn-ErrorType"] = refusal.code
    return response


def _members(refusal: AwsRefusal) -> str:
    return f"<Code>{escape(refusal.code)}</Code><Message>{escape(refusal.message)}</Message>"


def _xml(refusal: AwsRefusal, body: str) -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>{body}', refusal.status, content_type="text/xml")
