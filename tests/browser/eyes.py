"""Looks at a page as people meet it: on a phone and a desk, by day and by night, by eye and ear."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page

from vgroup.env import PROJECT

PHONE, DESK = (360, 760), (1280, 800)
SCHEMES = ("light", "dark")
SHOTS = Path(__file__).parent / "screenshots"
AXE = PROJECT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Experimental, and not for initials: a seat of the circle shows "Ce" and is called "Cedar, here".
OFF = {"label-content-name-mismatch": {"enabled": False}}
# A finger's width. What stands in a line of text is exempt, as WCAG's own rule has it.
TARGET_PX = 44

SMALL = """target => [...document.querySelectorAll(
    'button, select, textarea, input:not([type=hidden]), [role=button], nav a')]
  .filter(one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()])
  .filter(([one, box]) => box.width > 1 && box.height > 0 && box.height < target - 0.5
    && !one.closest('[data-inline], .mantine-InputWrapper-root'))
  .map(([one, box]) => `${one.outerHTML.slice(0, 120)} is ${Math.round(box.height)} px high`)"""


async def look(page: Page, name: str, sizes: tuple[tuple[int, int], ...] = (PHONE, DESK)) -> None:
    """Keep pictures of the page as it is, and fail for what somebody could not see or reach."""
    before = page.viewport_size
    found: list[str] = []
    # Until a page has come there is nothing to be seen of it.
    await page.get_by_role("heading", level=1).first.wait_for()
    for width, height in sizes:
        await page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            await shot(page, f"{name}-{width}-{scheme}")
            found += [f"{width} {scheme}: {said}" for said in await _wrong(page, width)]
    await page.emulate_media(color_scheme="light", reduced_motion="null")
    if before:
        await page.set_viewport_size(before)
    assert not found, f"{name}:\n" + "\n".join(found)


async def shot(page: Page, name: str) -> None:
    """Keep a picture of the page, to be looked at."""
    SHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


async def _wrong(page: Page, width: int) -> list[str]:
    wide = await page.evaluate("document.documentElement.scrollWidth")
    found = [f"scrolls sideways, to {wide} px"] if wide > width else []
    if width == PHONE[0]:
        found += await page.evaluate(SMALL, TARGET_PX)
    return found + await violations(page)


async def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text())
    result: dict[str, Any] = await page.evaluate(
        "([runOnly, rules]) => axe.run(document, { runOnly, rules })", [RULES, OFF]
    )
    return [
        " · ".join((one["id"], node["html"][:160], node.get("failureSummary", "")[:300]))
        for one in result["violations"]
        for node in one["nodes"][:3]
    ]
