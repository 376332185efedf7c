"""The fetcher against a small server on this machine, in a time of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sources.fetch import (
    ATTEMPTS,
    FAILURES,
    PATIENCE,
    Budget,
    BudgetError,
    Clock,
    FailedError,
    Fetcher,
    ForbiddenError,
    UnavailableError,
    is_private,
)

Reply = tuple[int, dict[str, str], bytes]
START = 1_750_000_000.0


@dataclass
class Server:
    """Answers `replies[path]`, one after another (the last for ever); what is not there is 404."""

    port: int
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    posted: list[bytes] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for _, path in self.asked if path != "/robots.txt"]

    def reply(self, path: str) -> Reply:
        waiting = self.replies.get(path)
        if not waiting:
            return 404, {}, b""
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


@dataclass
class Hours:
    """A clock that stands still but for what is slept."""

    at: float = START
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, sleep=self.sleep, chance=lambda: 0.0)


@contextmanager
def serving() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.command, self.path))
            state.headers.append({name.lower(): value for name, value in self.headers.items()})
            state.posted.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            status, headers, content = state.reply(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 (named by http.server)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        state = Server(http.server_address[1])
        thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield state
        finally:
            http.shutdown()
            thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def hours() -> Hours:
    return Hours()


Make = Callable[..., Fetcher]


@pytest.fixture
def fetcher(server: Server, hours: Hours) -> Iterator[Make]:
    made: list[Fetcher] = []

    def make(**options: Any) -> Fetcher:
        chosen: dict[str, Any] = {
            "contact": "ris@example.org",
            "private": True,
            "clock": hours.clock,
            **options,
        }
        made.append(Fetcher([server.host], **chosen))
        return made[-1]

    yield make
    for each in made:
        each.client.close()


def ok(content: bytes = b"da", **headers: str) -> Reply:
    return 200, {name.replace("_", "-"): value for name, value in headers.items()}, content


def test_an_answer_with_who_asked(server: Server, fetcher: Make) -> None:
    server.replies["/a"] = [ok(b"Seite", ETag='"1"')]
    answer = fetcher().fetch(server.url("/a"))
    assert (answer.status, answer.content, answer.headers["etag"]) == (200, b"Seite", '"1"')
    assert server.headers[-1]["user-agent"].startswith("Ratslese/")
    assert server.headers[-1]["user-agent"].endswith("(+ris@example.org)")


def test_robots_are_asked_once_and_obeyed(server: Server, fetcher: Make, hours: Hours) -> None:
    server.replies |= {
        "/robots.txt": [ok(b"User-agent: *\nDisallow: /geheim\nCrawl-delay: 4\n")],
        "/a": [ok()],
        "/geheim/b": [ok()],
    }
    one = fetcher()
    one.fetch(server.url("/a"))
    with pytest.raises(ForbiddenError, match=r"robots\.txt"):
        one.fetch(server.url("/geheim/b"))
    one.fetch(server.url("/a"))
    assert [path for _, path in server.asked] == ["/robots.txt", "/a", "/a"]
    assert hours.slept == [pytest.approx(1.0), pytest.approx(4.0)]


def test_robots_for_this_agent_alone(server: Server, fetcher: Make) -> None:
    server.replies["/robots.txt"] = [ok(b"User-agent: ratslese\nDisallow: /\n\nUser-agent: *\nAllow: /\n")]
    with pytest.raises(ForbiddenError, match=r"robots\.txt"):
        fetcher().fetch(server.url("/a"))


def test_a_host_whose_robots_fail_is_left_alone(server: Server, fetcher: Make) -> None:
    server.replies["/robots.txt"] = [(500, {}, b"")]
    one = fetcher()
    for _ in range(2):
        with pytest.raises(UnavailableError, match=r"robots\.txt"):
            one.fetch(server.url("/a"))
    assert server.paths() == []
    assert len(server.asked) == ATTEMPTS


def test_a_pause_between_requests(server: Server, fetcher: Make, hours: Hours) -> None:
    server.replies["/a"] = [ok()]
    one = fetcher(pause=2.5)
    for _ in range(3):
        one.fetch(server.url("/a"))
    assert hours.slept == [2.5, 2.5, 2.5]


@pytest.mark.parametrize(
    ("said", "waited"),
    [("7", 7.0), (formatdate(START + 61, usegmt=True), 60.0), ("bald", 2.0), (None, 2.0)],
)
def test_retry_after(server: Server, fetcher: Make, hours: Hours, said: str | None, waited: float) -> None:
    server.replies["/a"] = [(429, {"Retry-After": said} if said else {}, b""), ok()]
    assert fetcher().fetch(server.url("/a")).content == b"da"
    # the pause after robots.txt took one second
    assert sum(hours.slept) - 1 == pytest.approx(waited)


def test_a_host_that_asks_for_too_long_a_rest_is_left_alone(
    server: Server, fetcher: Make, hours: Hours
) -> None:
    server.replies["/a"] = [(503, {"Retry-After": str(int(PATIENCE) + 1)}, b"")]
    one = fetcher()
    for _ in range(2):
        with pytest.raises(UnavailableError, match="left alone"):
            one.fetch(server.url("/a"))
    assert server.paths() == ["/a"]
    assert sum(hours.slept) < PATIENCE


def test_failures_are_tried_again_with_growing_pauses(server: Server, fetcher: Make, hours: Hours) -> None:
    server.replies["/a"] = [(500, {}, b""), (502, {}, b""), (504, {}, b""), ok()]
    fetcher(pause=0.0).fetch(server.url("/a"))
    assert hours.slept == [2.0, 4.0, 8.0]


def test_pauses_differ_by_chance(server: Server, fetcher: Make, hours: Hours) -> None:
    server.replies["/a"] = [(500, {}, b""), ok()]
    clock = Clock(now=lambda: hours.at, sleep=hours.sleep, chance=lambda: 1.0)
    fetcher(pause=0.0, clock=clock).fetch(server.url("/a"))
    assert hours.slept == [3.0]


def test_a_host_that_fails_again_and_again_is_left_alone(server: Server, fetcher: Make) -> None:
    server.replies["/a"] = [(500, {}, b"")]
    one = fetcher()
    for _ in range(FAILURES):
        with pytest.raises(FailedError, match="500"):
            one.fetch(server.url("/a"))
    with pytest.raises(UnavailableError, match=f"{FAILURES} failures in a row"):
        one.fetch(server.url("/b"))
    assert server.paths() == ["/a"] * FAILURES * ATTEMPTS


def test_one_success_forgives_failures(server: Server, fetcher: Make) -> None:
    server.replies |= {"/a": [(500, {}, b"")], "/b": [ok()]}
    one = fetcher()
    for _ in range(FAILURES):
        with pytest.raises(FailedError):
            one.fetch(server.url("/a"))
        if not one.hosts[server.host].closed:
            one.fetch(server.url("/b"))
    assert one.hosts[server.host].closed is None


def test_conditional_requests(server: Server, fetcher: Make) -> None:
    server.replies["/a"] = [(304, {}, b"")]
    moment = formatdate(START, usegmt=True)
    answer = fetcher().fetch(server.url("/a"), etag='"1"', modified=moment)
    assert (answer.status, answer.content) == (304, b"")
    sent = server.headers[-1]
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"1"', moment)


def test_what_is_not_there_is_an_answer(server: Server, fetcher: Make) -> None:
    assert fetcher().fetch(server.url("/fehlt")).status == 404
    assert server.paths() == ["/fehlt"]


def test_a_form_is_posted(server: Server, fetcher: Make) -> None:
    server.replies["/do027.asp"] = [ok()]
    fetcher().fetch(server.url("/do027.asp"), (("DOLFDNR", "12"), ("x", "ä"), ("x", "2")))
    assert server.asked[-1] == ("POST", "/do027.asp")
    assert server.posted[-1] == b"DOLFDNR=12&x=%C3%A4&x=2"


def test_redirects_within_the_host(server: Server, fetcher: Make) -> None:
    server.replies |= {"/a": [(302, {"Location": "/b#x"}, b"")], "/b": [ok(b"b")]}
    answer = fetcher().fetch(server.url("/a"))
    assert (answer.address, answer.content) == (server.url("/b"), b"b")


def test_redirects_in_a_circle(server: Server, fetcher: Make) -> None:
    server.replies["/a"] = [(302, {"Location": "/a"}, b"")]
    with pytest.raises(FailedError, match="redirected"):
        fetcher().fetch(server.url("/a"))


def test_a_redirect_obeys_robots(server: Server, fetcher: Make) -> None:
    server.replies |= {
        "/robots.txt": [ok(b"User-agent: *\nDisallow: /geheim\n")],
        "/a": [(302, {"Location": "/geheim"}, b"")],
    }
    with pytest.raises(ForbiddenError):
        fetcher().fetch(server.url("/a"))
    assert server.paths() == ["/a"]


def test_a_redirect_to_another_host_is_refused(server: Server, fetcher: Make) -> None:
    with serving() as other:
        for target in (
            other.url("/"),
            f"http://localhost:{server.port}/",
            "https://ris.example.org/",
            "file:///a",
        ):
            server.replies["/a"] = [(302, {"Location": target}, b"")]
            with pytest.raises(ForbiddenError, match="none of the hosts"):
                fetcher().fetch(server.url("/a"))
        assert other.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://ris.example.org/",
        "ftp://127.0.0.1/",
        "http://127.0.0.1:1@evil.example/",
        "http://[::1",
        "javascript:void(0)",
        "",
    ],
)
def test_only_the_hosts_named_are_contacted(server: Server, fetcher: Make, address: str) -> None:
    with pytest.raises(ForbiddenError):
        fetcher().fetch(address)
    assert server.asked == []


def test_private_addresses_are_refused(server: Server, fetcher: Make) -> None:
    with pytest.raises(ForbiddenError, match="private address"):
        fetcher(private=False).fetch(server.url("/a"))
    assert server.asked == []


def test_the_address_that_answered_counts(
    server: Server, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that led to a public host when it was looked at, and to a private one when it was connected to."""
    monkeypatch.setattr(Fetcher, "_refuse_private", lambda *_: None)
    server.replies["/a"] = [ok()]
    with pytest.raises(ForbiddenError, match="private address"):
        fetcher(private=False)._request(server.url("/a"), None, {})


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("192.168.178.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("::ffff:8.8.8.8", False),
        ("8.8.8.8", False),
        ("2001:4860:4860::8888", False),
    ],
)
def test_which_addresses_are_private(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_the_budget_of_requests(server: Server, fetcher: Make) -> None:
    server.replies["/a"] = [ok()]
    one = fetcher(budget=Budget(requests=3))
    one.fetch(server.url("/a"))
    one.fetch(server.url("/a"))
    with pytest.raises(BudgetError, match="3 requests"):
        one.fetch(server.url("/a"))
    assert len(server.asked) == one.requests == 3


def test_the_budget_of_seconds_counts_waiting(server: Server, fetcher: Make, hours: Hours) -> None:
    server.replies["/a"] = [(429, {"Retry-After": "100"}, b""), ok()]
    with pytest.raises(BudgetError, match="60 seconds"):
        fetcher(budget=Budget(seconds=60.0)).fetch(server.url("/a"))
    assert sum(hours.slept) <= 60


def test_too_large_an_answer(server: Server, fetcher: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sources.fetch.MAX_FILE", 10)
    server.replies["/a"] = [ok(b"x" * 11)]
    with pytest.raises(ForbiddenError, match="too large"):
        fetcher().fetch(server.url("/a"))
