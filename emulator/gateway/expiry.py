"""Sessions that end while somebody works, as those of Identity Center do at night."""

from calls.api_call import ApiCall
from calls.refusal import AwsRefusal
from extensions.root_task_policies import session_of

_STATE = {"expired": False}


def expire(expired: bool) -> None:
    """Whether all credentials have expired but those of root sessions, which live by themselves."""
    _STATE["expired"] = expired


def refuse_expired(call: ApiCall) -> None:
    """ExpiredToken of the query services; the others add "Exception". Source: AWS General Reference, common errors."""
    if not _STATE["expired"] or session_of(call.access_key) is not None:
        return
    code = "ExpiredToken" if call.is_query else "ExpiredTokenException"
    raise AwsRefusal(code, "The security token included in the request is expired", 403)
