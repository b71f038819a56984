"""How an extension reaches into moto: replace a method, or put one around it."""

from collections.abc import Callable
from functools import wraps
from typing import Any


def replace(owner: type, *functions: Callable[..., Any]) -> None:
    """Sets each function as the method of its own name; moto finds operations by method name."""
    for function in functions:
        setattr(owner, function.__name__, function)


def replace_static(owner: type, function: Callable[..., Any]) -> None:
    """Sets the function as the static method of its own name."""
    setattr(owner, function.__name__, staticmethod(function))


def around(owner: type, name: str, wrapper: Callable[..., Any]) -> None:
    """Calls `wrapper(original, self, ...)` instead of the method `name`."""
    original = getattr(owner, name)

    @wraps(original)
    def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
        return wrapper(original, self, *args, **kwargs)

    setattr(owner, name, wrapped)


def around_property(owner: type, name: str, wrapper: Callable[..., Any]) -> None:
    """Answers `wrapper(original, self)` as the property `name`; `original` is a function of `self`."""
    original = owner.__dict__[name].fget
    setattr(owner, name, property(lambda self: wrapper(original, self)))
