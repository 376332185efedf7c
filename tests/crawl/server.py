"""A server on this machine that replays a site, counts what it is asked for, and misbehaves as it is told."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from tests.crawl.sites import Resource, Site

Answer = tuple[int, bytes, Mapping[str, str]]
"""Status, content and headers."""

LAST_MODIFIED = "Mon, 03 Nov 2025 08:00:00 GMT"


@dataclass(slots=True, kw_only=True)
class Fault:
    """What the server does wrong at addresses in which `at` is found, so many times (None: always).

    `stall` answers after so many seconds, `broken` closes the connection in the middle of the answer; else `status`
    is answered with `headers`.
    """

    at: str
    times: int | None = 1
    kind: Literal["status", "stall", "broken"] = "status"
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked and how it was answered; `target` holds a form's fields like a query, `at` is in seconds.

    `whole` is False where the answer was stalled or broken off on purpose.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    status: int
    at: float
    whole: bool

    @property
    def path(self) -> str:
        """The address without its parameters."""
        return self.target.partition("?")[0]


class Replay(ThreadingHTTPServer):
    """Serves a site at a free port of 127.0.0.1."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.site: Site | None = None
        self.robots: str | None = None
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self.lock = threading.Lock()
        self.busy = self.most_busy = 0

    @property
    def base(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server_address[1]}"

    def fault_at(self, target: str) -> Fault | None:
        """The next fault that is due at an address."""
        with self.lock:
            fault = next((fault for fault in self.faults if re.search(fault.at, target)), None)
            if fault and fault.times is not None:
                fault.times -= 1
                if fault.times == 0:
                    self.faults.remove(fault)
            return fault

    def note(self, request: Request) -> None:
        """Remember a request."""
        with self.lock:
            self.requests.append(request)

    def taken(self) -> list[Request]:
        """The requests since this was last asked."""
        with self.lock:
            taken, self.requests = self.requests, []
        return taken

    def asked(self, pattern: str = "") -> list[Request]:
        """The requests to addresses in which the pattern is found."""
        with self.lock:
            return [request for request in self.requests if re.search(pattern, request.target)]

    def counts(self) -> Counter[str]:
        """Requests by path."""
        return Counter(request.path for request in self.asked())


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Replay
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes

    def do_GET(self) -> None:
        self.serve("")

    def do_POST(self) -> None:
        self.serve(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def serve(self, form: str) -> None:
        """Note what is asked, and answer."""
        target = self.path + (("&" if "?" in self.path else "?") + form if form else "")
        fault = self.server.fault_at(target)
        with self.counted():
            status, content, headers = self.answer(target, fault)
            self.server.note(
                Request(
                    method=self.command,
                    target=target,
                    headers={name.lower(): value for name, value in self.headers.items()},
                    status=status,
                    at=time.monotonic(),
                    whole=fault is None or fault.kind == "status",
                )
            )
            if fault and fault.kind == "stall":
                time.sleep(fault.seconds)
        self.send(status, content, headers, broken=fault is not None and fault.kind == "broken")

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Know how many requests are worked on at one time."""
        with self.server.lock:
            self.server.busy += 1
            self.server.most_busy = max(self.server.most_busy, self.server.busy)
        try:
            yield
        finally:
            with self.server.lock:
                self.server.busy -= 1

    def answer(self, target: str, fault: Fault | None) -> Answer:
        """What is answered."""
        if fault and fault.kind == "status":
            return fault.status, b"", fault.headers
        parts = urlsplit(target)
        if parts.path == "/robots.txt":
            robots = self.server.robots
            return (
                (404, b"", {}) if robots is None else (200, robots.encode(), {"Content-Type": "text/plain"})
            )
        site = self.server.site
        found = site.answer(parts.path, dict(parse_qsl(parts.query))) if site else None
        if found is None:
            return 404, b"<html><body>nicht gefunden</body></html>", {"Content-Type": "text/html"}
        return self.page(found)

    def page(self, found: Resource) -> Answer:
        """A page, or that it is still the same."""
        headers = {"Content-Type": found.media_type}
        if found.dynamic:
            return 200, found.content, headers
        etag = f'"{hashlib.md5(found.content, usedforsecurity=False).hexdigest()}"'
        headers |= {"ETag": etag, "Last-Modified": LAST_MODIFIED}
        return (
            (304, b"", headers)
            if self.headers.get("If-None-Match") == etag
            else (200, found.content, headers)
        )

    def send(self, status: int, content: bytes, headers: Mapping[str, str], *, broken: bool) -> None:
        """Write the answer, half of it and no more where it is broken."""
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if broken else content)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        self.close_connection = self.close_connection or broken


@contextmanager
def serving() -> Iterator[Replay]:
    """A server that runs while it is looked at."""
    server = Replay()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
