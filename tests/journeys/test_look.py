"""What no test of templates can see: how the pages behave in a browser, with and without script."""

import pytest

pytestmark = pytest.mark.journey

PAGES = ["/", "/kriterier/TEX-004/", "/kurs/", "/eksempler/", "/styringsgruppe/", "/knutepunkter/"]
MOST_BYTES = 100_000
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture
def visit(chromium):
    """Opens a page in a browser of its own, made as asked, and closes it after the test."""
    contexts = []

    def open_page(address, **options):
        context = chromium.new_context(locale="nb-NO", **options)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        sizes, hosts = [], set()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.goto(address, wait_until="networkidle")
        page.sizes, page.hosts = sizes, hosts
        return page

    yield open_page
    for context in contexts:
        context.close()


PHONE = {"width": 375, "height": 740}


@pytest.mark.parametrize("path", PAGES)
def test_a_first_view_is_light_still_and_asks_nobody_else(demonstration, visit, path):
    address = demonstration.url(path, node="nordland")
    page = visit(address, viewport=PHONE)
    assert sum(page.sizes) <= MOST_BYTES
    assert page.evaluate("window.shifted") < 0.01
    assert page.hosts == {address.split("/")[2]}
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_hangs_out_at_the_side_at_four_times_the_size(demonstration, visit, path):
    page = visit(demonstration.url(path, node="nordland"), viewport={"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_doors_open_on_a_phone_without_script(demonstration, visit):
    page = visit(demonstration.url(node="nordland"), viewport=PHONE, java_script_enabled=False)
    doors = page.get_by_role("navigation", name="Hovedmeny")
    assert not doors.is_visible()
    page.get_by_role("button", name="Meny").click()
    doors.get_by_role("link", name="Kriterier").click()
    page.wait_for_url(demonstration.url("/kriterier/", node="nordland"))


def test_the_doors_stand_open_where_there_is_room(demonstration, visit):
    page = visit(demonstration.url(node="nordland"), viewport={"width": 1280, "height": 800})
    assert page.get_by_role("navigation", name="Hovedmeny").get_by_role("link").count() == 5
    assert not page.get_by_role("button", name="Meny").is_visible()


def test_a_requirement_is_copied_and_the_copying_is_told(demonstration, visit):
    page = visit(
        demonstration.url("/kriterier/TEX-004/", node="nordland"),
        viewport=PHONE,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Kopier kravet").click()
    page.get_by_role("button", name="Kopiert").wait_for()
    assert "industrivask" in page.title()
    assert "NS-EN ISO 15797" in page.evaluate("navigator.clipboard.readText()")
    assert page.locator(".copy [role=status]").inner_text() == "Kopiert"


def test_no_button_to_copy_is_shown_where_no_script_runs(demonstration, visit):
    address = demonstration.url("/kriterier/TEX-004/", node="nordland")
    page = visit(address, viewport=PHONE, java_script_enabled=False)
    assert not page.get_by_role("button", name="Kopier kravet").is_visible()


def test_the_first_tab_leads_past_the_header(demonstration, visit):
    page = visit(demonstration.url(node="nordland"), viewport={"width": 1280, "height": 800})
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Hopp til innholdet")
    assert skip.bounding_box()["width"] > 44
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
