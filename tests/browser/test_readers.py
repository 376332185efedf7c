"""The main ways of researchers, journalists and administrators, with the mouse and with the keyboard only."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, expect


def test_a_researcher_finds_a_decision_and_takes_it_along(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("Haushaltssatzung")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Beschlüsse [1-9]")).click()
    page.locator(".treffer a").first.click()
    expect(page.locator(".niederschrift span:target")).to_be_in_viewport()
    page.go_back()
    page.goto("/abfragen")
    page.get_by_role("link", name="Beschlüsse", exact=False).first.click()
    expect(page.locator("table tbody tr").first).to_be_visible()


def test_a_journalist_checks_a_quotation_and_cites_it(page: Page) -> None:
    page.goto("/suche?q=Solaranlage&art=aeusserungen")
    page.locator(".treffer .fund a").first.click()
    marked = page.locator(".niederschrift span:target").first
    quotation = marked.inner_text().strip(" .")
    page.goto("/zitat")
    page.get_by_label("Zitat", exact=True).fill(quotation)
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_text("wörtlich").first).to_be_visible()
    expect(page.locator(".beleg").first).to_contain_text("SHA-256")
    page.get_by_role("link", name="Zur Stelle im Dokument").first.click()
    expect(page.locator(".niederschrift span:target").first).to_be_in_viewport()


def test_a_journalist_follows_a_person_through_an_item(page: Page) -> None:
    page.goto("/suche?q=Solaranlage&art=punkte")
    page.locator(".treffer .fund a").first.click()
    expect(page.get_by_role("heading", name="Aussprache")).to_be_visible()
    page.locator(".sprecher a").first.click()
    expect(page.get_by_role("heading", name=re.compile(r"\d+ Äußerung"))).to_be_visible()
    body = page.request.get(page.url + ".json")
    assert json.loads(body.text())["head"]["name"] in page.title()


def test_an_administrator_sees_what_came_in_and_what_was_refused(page: Page) -> None:
    page.goto("/hinweise")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("table tbody tr").first).to_be_visible()
    page.goto("/neu")
    expect(page.get_by_text("neue Dokumente")).to_be_visible()


def test_everything_is_reached_with_the_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('main') !== null")
    assert focused, "the first stop behind the jump lies in the content"
    page.goto("/suche")
    page.get_by_role("main").get_by_role("searchbox").focus()
    page.keyboard.type("Solaranlage")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?*q=Solaranlage*")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.fund') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/dokument/**")
