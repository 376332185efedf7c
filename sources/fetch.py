"""The only module that speaks HTTP: one request at a time for each host, with a pause, and only where it is welcome.

Only the hosts that were named are ever contacted, redirects included, and none whose address is private. What robots.txt
forbids is not asked for. A host that fails again and again is left alone for the rest of the run.
"""

from __future__ import annotations

import ipaddress
import random
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from sources.files import MAX_FILE

TIMEOUT = 30.0
"""Seconds a host may take to connect, and between two pieces of an answer."""

ATTEMPTS = 4
"""How often a request that fails for the moment (429, 5xx, a broken connection) is made."""

BACKOFF = 2.0
"""Seconds before the second attempt; doubled for each further one, with up to half of it added by chance."""

PATIENCE = 300.0
"""The longest wait that is obeyed (Retry-After, Crawl-delay); a host that asks for more is left for the next run."""

FAILURES = 5
"""Failed fetches in a row after which a host is left alone for the rest of the run."""

REDIRECTS = 5
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})

Form = tuple[tuple[str, str], ...]


class FetchError(Exception):
    """An address that could not or must not be fetched; `advice` tells the administrator what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice


class Forbidden(FetchError):
    """An address that must not be asked for: another host, a private address, or one that robots.txt excludes."""


class Failed(FetchError):
    """An address that was asked for in vain, however often."""


class Unavailable(FetchError):
    """A host that is left alone for the rest of the run; nothing was asked."""


class BudgetSpent(FetchError):
    """The requests or seconds of the run are spent; nothing was asked."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """How many requests a crawl may make, robots.txt and repetitions included, and how many seconds it may take."""

    requests: int = 5000
    seconds: float = 6 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered; `address` is the last one of the redirects, `content` is empty for 304."""

    address: str
    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(slots=True)
class Host:
    """What is known of a host in this run."""

    robots: Protego | None = None
    ready_at: float = 0.0
    failures: int = 0
    closed: str | None = None


@dataclass(slots=True, kw_only=True)
class Clock:
    """Time as the fetcher sees and spends it; tests put their own in."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = field(default=random.random)


def user_agent(contact: str) -> str:
    """Who asks, and whom to turn to."""
    return f"Ratslese/{version('ratslese')} (+{contact})"


class Fetcher:
    """Fetches from the hosts named (`host` or `host:port`, as they stand in addresses); a context manager."""

    def __init__(
        self,
        hosts: Sequence[str],
        *,
        contact: str,
        pause: float = 1.0,
        budget: Budget | None = None,
        private: bool = False,
        timeout: float = TIMEOUT,
        clock: Clock | None = None,
    ) -> None:
        self.hosts = {host.lower(): Host() for host in hosts}
        self.agent = user_agent(contact)
        self.pause = pause
        self.budget = budget or Budget()
        self.private = private
        self.clock = clock or Clock()
        self.started = self.clock.now()
        self.requests = 0
        # no proxies and logins from the environment: only the hosts named are contacted
        self.client = httpx.Client(headers={"User-Agent": self.agent}, timeout=timeout, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def fetch(
        self,
        address: str,
        form: Form | None = None,
        *,
        etag: str | None = None,
        modified: str | None = None,
    ) -> Answer:
        """The answer of an address (any status but those that pass), to which `form` is posted where there is one.

        `etag` and `modified` (a Last-Modified header) are of an earlier answer, which a 304 says is still the same.
        Raises `Forbidden`, `Failed`, `Unavailable` or `BudgetSpent`.
        """
        raise NotImplementedError
