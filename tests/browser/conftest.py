"""The published examples, served on this machine and read in headless Chromium."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Route, sync_playwright

from db.publish import publish
from db.site.server import application

# Without these Chromium asks its maker's servers for updates at every start.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def site(example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site."""
    published = tmp_path_factory.mktemp("browser") / "beispiele.db"
    publish(example_database, published)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(application(published).app(), host="127.0.0.1", port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; `make test` installs it where it may.

    It ends with these tests: while Playwright runs, no other test of this process can run an event loop.
    """
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield started
        started.close()


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window at the site, in both widths; it fails where a page asks another server or its console complains."""
    context = browser.new_context(
        base_url=site, viewport={"width": request.param, "height": 900}, locale="de-DE"
    )
    window = context.new_page()
    foreign: list[str] = []
    complaints: list[str] = []

    def watched(route: Route) -> None:
        if not route.request.url.startswith(site):
            foreign.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    context.route("**/*", watched)
    window.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    window.on("pageerror", lambda error: complaints.append(str(error)))
    yield window
    context.close()
    assert foreign == []
    assert complaints == []
