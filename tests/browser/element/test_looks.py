"""That everything can be seen, read, reached and pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_no_axe_violations
from tests.browser.element.conftest import STATES, OpenElement


def test_the_heading_stands_at_the_same_place_in_every_step(opened: OpenElement, screen: str) -> None:
    shown = opened("one", screen)
    tops = set()
    for turn in ("one", "long", "markets", "change", "weigh", "noticed", "settle", "finished"):
        shown.show(turn)
        tops.add(shown.page.locator("h1").bounding_box()["y"])
    assert len(tops) == 1


def test_no_text_of_a_step_is_written_over_another(opened: OpenElement) -> None:
    shown = opened("one")
    shown.tell("translate()")
    shown.option("certificate").click()
    expect(shown.page.locator('[data-question="fields"]')).to_be_visible()
    assert "XX" not in shown.page.locator(".talk-main").inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_state_is_accessible(opened: OpenElement, screen: str, theme: str) -> None:
    shown = opened("start", screen, f"theme={theme}")
    for turn in STATES:
        shown.show(turn)
        shown.readable()
        shown.page.evaluate("document.querySelectorAll('.talk details').forEach((one) => (one.open = true))")
        assert_no_axe_violations(shown.page)


@pytest.mark.parametrize("accent", ["ffee00", "7a1f3d", "9ecbff"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_brand_can_be_read(opened: OpenElement, theme: str, accent: str) -> None:
    shown = opened("one", query=f"theme={theme}&accent={accent}")
    for turn in ("change", "weigh"):
        shown.show(turn)
        assert_no_axe_violations(shown.page)


def test_everything_to_press_is_large_enough_for_a_finger(opened: OpenElement) -> None:
    shown = opened("start", "phone")
    for turn in STATES:
        shown.show(turn)
        assert shown.tell("tooSmall()") == [], turn
        assert shown.tell("lowestRow()") >= 52, turn
        assert shown.tell("smallestLetters()") >= 16, turn


def test_the_confirming_button_is_reached_without_passing_all_rows(opened: OpenElement) -> None:
    shown = opened("long", "phone")
    shown.page.set_viewport_size({"width": 360, "height": 640})
    shown.option("medical").click()
    shown.page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    expect(shown.do("continue")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("query", ["", "dir=rtl"])
def test_nothing_is_wider_than_a_small_screen(opened: OpenElement, query: str) -> None:
    shown = opened("start", "phone", query)
    shown.page.set_viewport_size({"width": 320, "height": 640})
    for turn in STATES:
        shown.show(turn)
        widths = shown.page.evaluate(
            "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.querySelector('.stMain'))"
        )
        assert widths[0] <= widths[1], turn


def test_words_keep_their_own_order_where_the_page_runs_the_other_way(opened: OpenElement) -> None:
    shown = opened("one", query="dir=rtl")
    places = shown.page.locator("h1").evaluate(
        """(heading) => {
          const text = heading.firstChild;
          const at = (from) => {
            const letter = document.createRange();
            letter.setStart(text, from);
            letter.setEnd(text, from + 1);
            return letter.getBoundingClientRect().x;
          };
          return [at(0), at(text.data.length - 1)];
        }"""
    )
    assert places == sorted(places)


def test_the_confirming_button_is_as_wide_as_the_rows_on_a_phone(opened: OpenElement) -> None:
    shown = opened("long", "phone")
    button, row = shown.do("continue").bounding_box(), shown.page.locator(".talk-rows").first.bounding_box()
    assert [button[side] for side in ("x", "width")] == pytest.approx([row[side] for side in ("x", "width")])


def test_what_is_chosen_or_open_is_seen_without_our_colours(opened: OpenElement) -> None:
    shown = opened("change", forced_colors="active")
    current = shown.page.locator('.talk [aria-current="true"]')
    assert current.count() == 2
    for one in current.all():
        expect(one).to_have_css("outline-style", "solid")


def test_nothing_moves_for_those_who_want_no_motion(opened: OpenElement) -> None:
    shown = opened("start", reduced_motion="reduce")
    for turn in STATES:
        shown.show(turn)
        moving = shown.page.evaluate(
            """[...document.querySelectorAll('.talk, .talk *')].filter((one) => {
              const { animationName, transitionDuration } = getComputedStyle(one);
              return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
            }).map((one) => one.className)"""
        )
        assert moving == [], turn
