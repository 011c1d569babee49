"""A page as it looks in a browser."""

from axe_playwright_python.sync_playwright import Axe


def assert_without_faults(page) -> None:
    """axe finds nothing on the page as it is now, and nothing hangs out at the side."""
    page.wait_for_load_state()
    found = Axe().run(page).response["violations"]
    told = [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]
    assert told == [], f"{page.url}: {told}"
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is {width} px wider than the window"
