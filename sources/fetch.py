"""The only module that speaks HTTP: one request at a time, with a pause, and only where it is welcome.

Only the hosts that were named are ever contacted, redirects included, and none whose address is private. What
robots.txt forbids is not asked for. A host that fails again and again is left alone for the rest of the run.
"""

from __future__ import annotations

import ipaddress
import random
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any, Self
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
from protego import Protego
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from sources.files import MAX_FILE, too_large

TIMEOUT = 30.0
"""Seconds a host may take to connect, and between two pieces of an answer."""

LONGEST = 600.0
"""Seconds a whole answer may take."""

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
"""Answers that may be others in a moment."""

TRY_LATER = "the next run tries it again; look at the address in a browser where that goes on"

Form = tuple[tuple[str, str], ...]


class FetchError(Exception):
    """An address that could not or must not be fetched; `advice` tells the administrator what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice


class ForbiddenError(FetchError):
    """An address that must not be asked for: another host, a private address, or excluded by robots.txt."""


class FailedError(FetchError):
    """An address that was asked for in vain, however often."""


class UnavailableError(FetchError):
    """A host that is left alone for the rest of the run; nothing was asked."""


class BudgetError(FetchError):
    """The requests or seconds of the run are spent; nothing was asked."""


class PassingError(Exception):
    """A failure of the moment; `wait` are the seconds the host asks to be left alone, where it does."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How many requests a crawl may make, robots.txt and repetitions included, and how many seconds it may take."""

    requests: int = 5000
    seconds: float = 6 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered; `address` is the last one of the redirects, `headers` have lower-case names.

    `content` is empty where the status is 304.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(slots=True)
class Host:
    """What is known of a host in this run; `closed` says why it is left alone."""

    robots: Protego | None = None
    ready_at: float = 0.0
    failures: int = 0
    closed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time as the crawl sees and spends it, in seconds since 1970; tests put their own in."""

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
        Raises `ForbiddenError`, `FailedError`, `UnavailableError` or `BudgetError`.
        """
        wanted = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._follow(address, form, {name: value for name, value in wanted.items() if value})

    def _follow(self, address: str, form: Form | None, headers: Mapping[str, str]) -> Answer:
        for _ in range(REDIRECTS + 1):
            address = urldefrag(address).url
            host = self._host_of(address)
            self._ask_robots(host, address)
            answer = self._persistently(host, address, form, headers)
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                return answer
            address = urljoin(address, answer.headers["location"])
            form = form if answer.status in (307, 308) else None
        raise FailedError(f"it is redirected more than {REDIRECTS} times", TRY_LATER)

    def _host_of(self, address: str) -> Host:
        """The host of an address; raises `ForbiddenError` where it must not be contacted."""
        try:
            parts = urlsplit(address)
            name, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise ForbiddenError(f"{address} is no web address", "report it: the page leads there") from error
        host = self.hosts.get(f"{name}:{port}" if port else name)
        if parts.scheme not in ("http", "https") or host is None:
            advice = "add the host to the body's `hosts` where it belongs to the same system"
            raise ForbiddenError(f"{parts.netloc or address} is none of the hosts of this body", advice)
        if host.closed:
            raise UnavailableError(f"{parts.netloc} is left alone for this run: {host.closed}", TRY_LATER)
        self._refuse_private(name, port or parts.scheme, host)
        return host

    def _refuse_private(self, name: str, port: int | str, host: Host) -> None:
        if self.private:
            return
        try:
            found = {info[4][0] for info in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)}
        except OSError as error:
            self._count_failure(host, f"the name {name} is not known ({error})")
            raise FailedError(
                f"the name {name} is not known ({error})", "check the body's addresses"
            ) from error
        if private := sorted(str(address) for address in found if is_private(str(address))):
            raise ForbiddenError(*private_refusal(name, private[0]))

    def _ask_robots(self, host: Host, address: str) -> None:
        """Raise `ForbiddenError` where robots.txt excludes an address."""
        if host.robots is None:
            host.robots = self._robots(host, urljoin(address, "/robots.txt"))
        if not host.robots.can_fetch(address, self.agent):
            raise ForbiddenError(
                "robots.txt of the host excludes this address", "ask its operators where it is needed"
            )

    def _robots(self, host: Host, address: str) -> Protego:
        """What robots.txt says: everything is allowed where there is none, nothing where the host fails (RFC 9309)."""
        host.robots = Protego.parse("")
        try:
            answer = self._follow(address, None, {})
        except ForbiddenError:
            return Protego.parse("")  # it is redirected to where nobody may go
        except FailedError as error:
            host.closed = f"its robots.txt cannot be had ({error.message})"
            raise UnavailableError(host.closed, TRY_LATER) from error
        finally:
            host.robots = None
        said = answer.content.decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(said)

    def _persistently(
        self, host: Host, address: str, form: Form | None, headers: Mapping[str, str]
    ) -> Answer:
        """The answer of one address, asked for again while it fails for the moment."""
        attempts = Retrying(
            retry=retry_if_exception_type(PassingError),
            stop=stop_after_attempt(ATTEMPTS),
            wait=self._wait,
            sleep=self.clock.sleep,
            reraise=True,
        )
        try:
            answer = attempts(self._once, host, address, form, headers)
        except PassingError as error:
            self._count_failure(host, str(error))
            raise FailedError(f"{error}, {ATTEMPTS} times in a row", TRY_LATER) from error
        host.failures = 0
        return answer

    def _wait(self, state: RetryCallState) -> float:
        """Seconds before the next attempt; what the host itself asked for is waited for by `_take_turn`."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, PassingError) and error.wait is not None:
            return 0.0
        return float(BACKOFF * 2 ** (state.attempt_number - 1) * (1 + self.clock.chance() / 2))

    def _count_failure(self, host: Host, why: str) -> None:
        host.failures += 1
        if host.failures >= FAILURES:
            host.closed = f"{FAILURES} failures in a row, the last: {why}"

    def _once(self, host: Host, address: str, form: Form | None, headers: Mapping[str, str]) -> Answer:
        """One request; raises `PassingError` where it may be made again."""
        self._take_turn(host)
        try:
            answer = self._request(address, form, headers)
        except httpx.RequestError as error:
            raise PassingError(f"the host did not answer ({type(error).__name__})") from error
        except httpx.InvalidURL as error:
            raise ForbiddenError(f"{address} is no web address", "report it: the page leads there") from error
        finally:
            host.ready_at = self.clock.now() + self._pause(host)
        if answer.status in PASSING:
            wait = self._retry_after(answer)
            self._let_rest(host, wait)
            raise PassingError(f"the host answered {answer.status}", wait)
        return answer

    def _take_turn(self, host: Host) -> None:
        """Wait until the host may be asked; raises `BudgetError` where nothing is left to spend."""
        if self.requests >= self.budget.requests:
            raise BudgetError(f"the {self.budget.requests} requests of this run are made", "run it again")
        wait = max(0.0, host.ready_at - self.clock.now())
        if self.clock.now() + wait - self.started > self.budget.seconds:
            raise BudgetError(f"the {self.budget.seconds:.0f} seconds of this run are over", "run it again")
        if wait:
            self.clock.sleep(wait)
        self.requests += 1

    def _pause(self, host: Host) -> float:
        asked = host.robots.crawl_delay(self.agent) if host.robots else None
        return max(self.pause, min(asked or 0.0, PATIENCE))

    def _let_rest(self, host: Host, wait: float | None) -> None:
        """Obey Retry-After; raises `UnavailableError` where that is longer than a run can wait."""
        if wait is None:
            return
        if wait > PATIENCE:
            host.closed = f"it asks to be left alone for {wait:.0f} seconds"
            raise UnavailableError(host.closed, TRY_LATER)
        host.ready_at = max(host.ready_at, self.clock.now() + wait)

    def _retry_after(self, answer: Answer) -> float | None:
        """Seconds, or the seconds until a moment; None where the host does not say or says it badly."""
        said = answer.headers.get("retry-after", "").strip()
        if said.isdigit():
            return float(said)
        try:
            return max(0.0, parsedate_to_datetime(said).timestamp() - self.clock.now())
        except ValueError:
            return None

    def _request(self, address: str, form: Form | None, headers: Mapping[str, str]) -> Answer:
        method, data = ("GET", None) if form is None else ("POST", fields(form))
        with self.client.stream(method, address, data=data, headers=dict(headers)) as response:
            self._refuse_private_peer(response)
            return Answer(
                address=str(response.url),
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                content=self._body(response),
            )

    def _refuse_private_peer(self, response: httpx.Response) -> None:
        """The name may have led elsewhere between the look at it and the connection."""
        stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream else None
        if peer and not self.private and is_private(str(peer[0])):
            raise ForbiddenError(*private_refusal(response.url.host, str(peer[0])))

    def _body(self, response: httpx.Response) -> bytes:
        until, pieces, size = self.clock.now() + LONGEST, [], 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > MAX_FILE:
                raise ForbiddenError(*too_large(size))
            if self.clock.now() > until:
                raise httpx.ReadTimeout("the answer takes too long", request=response.request)
        return b"".join(pieces)


def fields(form: Form) -> dict[str, Any]:
    """A form's fields as httpx takes them; a field may occur twice."""
    named: dict[str, Any] = {}
    for name, value in form:
        named.setdefault(name, []).append(value)
    return named


def is_private(address: str) -> bool:
    """Whether an IP address is of no public host: private, local, reserved, or a group of hosts."""
    found = ipaddress.ip_address(address.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found
    return not found.is_global or found.is_multicast


def private_refusal(name: str, address: str) -> tuple[str, str]:
    """The refusal of a host inside of some network."""
    return f"{name} is at a private address ({address})", "name hosts that are public"
