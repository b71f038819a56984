"""The front door: every request passes here before moto sees it.

It injects faults and latency, answers the emulator's own addresses, keeps root sessions inside their task, takes the
record of a call along the paths of alerts, and turns what moto cannot do into 501, because the AWS provider retries a
500 for minutes.
"""

import json
import re
import time
import traceback
from collections.abc import Callable, Iterable
from typing import Any

from moto.iam.models import get_account_id_from
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.wrappers import Request, Response

from alerts import carry, is_carried
from alerts.records import record_of
from alerts.trail import deliver
from calls.api_call import ApiCall, Environ, read_call
from calls.error_shapes import error_response
from calls.refusal import AwsRefusal
from extensions import OWN_SERVICES
from extensions.root_task_policies import refuse_outside_task
from extensions.sqs_queue_policies import refuse_locked_queue
from gateway import event_log
from gateway.expiry import expire, refuse_expired
from gateway.faults import Faults

_NAMES = re.compile(
    r".*(Arn|ARN|Id|IdList|Bucket|Key|[Nn]ame|NamePrefix|Names\.member\.1|Principal|Rule|Type|QueueUrl)"
)


class Gateway:
    """A WSGI application around moto's dispatcher."""

    def __init__(self, faults: Faults, latency_seconds: float) -> None:
        self._faults = faults
        self._latency_seconds = latency_seconds
        self._moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == "/emulator/faults":
            return self._set_faults(Request(environ))(environ, start_response)
        if path == "/emulator/alerts":
            return _switch(Request(environ), "carried", carry)(environ, start_response)
        if path == "/emulator/credentials":
            return _switch(Request(environ), "expired", expire)(environ, start_response)
        if path.startswith("/moto-api"):
            answer: Iterable[bytes] = self._moto(environ, start_response)
            return answer
        call = read_call(environ)
        try:
            response = self._answer(call, environ)
        except AwsRefusal as refusal:
            response = error_response(call, refusal)
        if is_carried():
            response = _recorded(call, response)
        event_log.write(_line(response.status_code, call))
        return response(environ, start_response)

    def _set_faults(self, request: Request) -> Response:
        try:
            self._faults.set_rate(float(_body(request)["rate"]))
        except (KeyError, TypeError, ValueError) as problem:
            return Response(f'body must be {{"rate": 0.2}}: {problem}\n', 400)
        return Response(json.dumps({"rate": self._faults.rate}), content_type="application/json")

    def _answer(self, call: ApiCall, environ: Environ) -> Response:
        if self._latency_seconds:
            time.sleep(self._latency_seconds)
        fault = self._faults.draw(call)
        if fault:
            raise fault
        refuse_expired(call)
        refuse_outside_task(call)
        refuse_locked_queue(call)
        if call.service in OWN_SERVICES:
            result = OWN_SERVICES[call.service](call, get_account_id_from(call.access_key))
            return Response(json.dumps(result), content_type="application/x-amz-json-1.0")
        return self._ask_moto(call, environ)

    def _ask_moto(self, call: ApiCall, environ: Environ) -> Response:
        try:
            response = Response.from_app(self._moto, environ, buffered=True)
        except (AwsRefusal, RuntimeError) as problem:
            if isinstance(problem, NotImplementedError):
                raise _not_implemented(call) from problem
            raise
        except Exception as problem:
            event_log.write(traceback.format_exc())
            message = f"{call.name} failed inside moto: {type(problem).__name__}: {problem}"
            raise AwsRefusal("EmulatorError", message, 501) from problem
        if response.status_code == 404 and call.service != "s3" and response.mimetype == "text/html":
            raise _not_implemented(call)
        return response


def _body(request: Request) -> Any:
    """What was posted, whatever type it is said to have: `curl -d` says it is a form."""
    return request.get_json(force=True)


def _switch(request: Request, name: str, switch: Callable[[bool], None]) -> Response:
    """Turns something on or off while the emulator runs."""
    try:
        on = bool(_body(request)[name])
    except (KeyError, TypeError) as problem:
        return Response(f'body must be {{"{name}": true}}: {problem}\n', 400)
    switch(on)
    return Response(json.dumps({name: on}), content_type="application/json")


def _recorded(call: ApiCall, response: Response) -> Response:
    """The answer, once the record of the call went where it goes. What the emulator does not know there is an error."""
    try:
        record = record_of(call, get_account_id_from(call.access_key), response)
        if record is not None:
            deliver(record)
    except Exception as problem:  # noqa: BLE001 - told in the answer, whatever it is
        event_log.write(traceback.format_exc())
        message = f"the record of {call.name} was not delivered: {type(problem).__name__}: {problem}"
        return error_response(call, AwsRefusal("EmulatorError", message, 501))
    return response


def _line(status: int, call: ApiCall) -> str:
    """`200 sns:CreateTopic us-east-1 111111111111 - {"Name": "alerts"}`.

    The dash stands for an application that calls itself nothing. Of the parameters, those that name what is acted on.
    """
    account = get_account_id_from(call.access_key)
    named = {name: value for name, value in call.parameters.items() if _NAMES.fullmatch(name)}
    return f"{status} {call.name} {call.region} {account} {call.application} {json.dumps(named)}"


def _not_implemented(call: ApiCall) -> AwsRefusal:
    message = f"the emulator does not know {call.name}; add it in emulator/extensions"
    return AwsRefusal("NotImplemented", message, 501)
