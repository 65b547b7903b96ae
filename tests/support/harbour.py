"""A whole invented product without a mistake, for tests of the check: boats, waters, and two standards."""

from __future__ import annotations

from pathlib import Path

from advisor.check.unread_files import schema_line
from tests.support import invented, invented_words

TODAY = "2026-06-01"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'

_ANSWERS = "{waters: [coast], cargo: [fish], flag: home}"

FILES = {
    "questions/10-boat.yaml": """\
- id: waters
  ask: Where do you sail?
  why: Each water has its own law.
  kind: many
  options:
    - {id: coast, label: Along the coast}
    - {id: sea, label: On the open sea}
    - {id: lake, label: On a lake, neutral: true}
    - {id: unsure, label: I don't know, unknown: true, ask_whom: the skipper}
- id: crew
  ask: How many are on board?
  why: A crew must be trained.
  kind: one
  ask_if: {waters: sea}
  options:
    - {id: alone, label: Only me}
    - {id: few, label: A few, neutral: true}
    - {id: many, label: Many}
    - {id: unsure, label: I don't know, unknown: true, ask_whom: the mate}
- id: cargo
  ask: What do you carry?
  why: Passengers are protected.
  kind: many
  ask_if: {waters: [coast, sea]}
  options:
    - {id: fish, label: Fish}
    - {id: passengers, label: Passengers, show_if: {waters: coast}}
    - {id: none, label: Nothing, exclusive: true}
- id: flag
  ask: Under which flag?
  why: Some harbours ask.
  kind: one
  options:
    - {id: home, label: Ours, neutral: true}
    - {id: abroad, label: Another}
""",
    "content/obligations/sea.yaml": """\
jurisdiction: sea
standard: keel
source: sea-law
confidence: high
checked: "2026-01-01"
review_by: "2027-01-01"
obligations:
  - id: sea-general
    basis: legal-qms
    when: {waters: sea}
    because: Whoever sails the open sea needs rules.
    cite: ["§ 7.10"]
  - id: sea-alone
    basis: commercial
    when: {waters: sea, crew: alone}
    because: Alone you may do without, but it is safer.
    cite: ["§ 7.11"]
    overrides: [sea-general]
  - id: sea-many
    basis: legal-certificate
    when: {waters: sea, crew: many}
    because: Large crews must be certified.
    cite: ["§ 7.12"]
    overrides: [sea-general]
    certificate: {id: crew-badge, name: Crew badge, issuer: the harbour}
""",
    "content/obligations/coast.yaml": """\
jurisdiction: club
source: almanac
confidence: high
checked: "2026-01-01"
review_by: "2027-01-01"
obligations:
  - id: coast-passengers
    standard: keel
    basis: contractual
    when: {cargo: passengers}
    because: Passengers book only with a keel certificate.
    cite: ["§ 2"]
  - id: coast-fish
    standard: keel
    basis: not-needed
    when: {cargo: fish}
    unless: {cargo: passengers}
    because: Fish do not ask.
    cite: ["§ 3"]
  - id: coast-flag
    standard: sail
    basis: commercial
    when: {flag: abroad}
    because: Harbours like to see it.
    cite: ["§ 4"]
""",
    "content/notes/coast.yaml": """\
source: almanac
confidence: medium
checked: "2026-01-01"
review_by: "2027-01-01"
notes:
  - id: coast-empty
    kind: caution
    standards: keel
    jurisdiction: coast
    when: {waters: coast, cargo: none}
    say: Mind the tide.
    cite: ["p. 3"]
""",
    "content/sources.yaml": """\
- id: almanac
  title: Almanac
  link: https://example.org/almanac
  version: edition of 2025
  checked: "2026-01-01"
  by: us
  read: text
- id: sea-law
  title: Law of the sea
  link: https://example.org/sea
  version: as amended 2024-05-01
  checked: "2026-01-01"
  by: us
  read: text
""",
    "content/jurisdictions.yaml": invented.FILES["content/jurisdictions.yaml"] + "- {id: club, name: Club}\n",
    "content/things/boats.yaml": """\
- {id: keel, kind: certificate, name: Keel certificate, standard: keel}
- {id: keel-system, kind: system, name: Keel rules, standard: keel}
- {id: sail, kind: certificate, name: Sail certificate, standard: sail}
- {id: sail-system, kind: system, name: Sail rules, standard: sail}
- id: crew-badge
  kind: certificate
  name: Crew badge
  takes: A week.
  stands:
    - {when: {crew: many, cargo: passengers}, standing: met, say: You hold it.}
    - {when: {crew: many, cargo: fish}, standing: defect, say: Yours is for passengers.}
""",
    "content/needs/boats.yaml": """\
needs:
  - id: crew-form
    of: [sea-many]
    kind: registration
    what: Form for the crew
    wanted: law
  - id: keep-badge
    when: {waters: sea, crew: many, cargo: passengers}
    thing: crew-badge
    kind: keep
    what: Keep the badge
    wanted: own
    firm: own
  - id: passenger-list
    when: {cargo: passengers}
    kind: file
    what: List of passengers
    wanted: authority
    source: almanac
    cite: ["p. 4"]
    checked: "2026-01-01"
    review_by: "2027-01-01"
    answer: "Yes: a list of passengers."
""",
    "content/answers/all.yaml": """\
- {id: own-words, own: true, say: ""}
- {id: form, has: {id: crew-form}, say: "By law: {what}."}
- {id: empty-hold, when: {cargo: none}, empty: true, say: We do not know.}
- {id: nothing, empty: true, say: Nothing.}
- {id: otherwise, say: "Start here: {what}."}
""",
    "content/situation.yaml": """\
unresearched: {cargo: none}
demanded: flag
""",
    "content/bases.yaml": invented.FILES["content/bases.yaml"],
    "content/standards.yaml": invented.FILES["content/standards.yaml"],
    "content/groups.yaml": """\
- id: sailors
  say: Whoever sails the open sea
  standards: keel
  jurisdictions: sea
  when: {waters: sea}
""",
    "content/words.yaml": invented_words.FILE,
    "content/brand/logo.svg": PICTURE,
    "content/brand/icon.svg": PICTURE,
    "content/effort.yaml": """\
origins:
  - {id: guess, kind: estimate, document: Our guess, checked: "2026-01-01"}
people: {origin: guess, question: crew, bands: {alone: [1], few: [2, 5], many: [6]}}
audits:
  - {standard: keel, origin: guess, rows: [{people: [1], days: 2}]}
cycle:
  years: 3
  surveillance: {origin: guess, share: 1/3, at_least: 1, floor: guess}
  recertification: {origin: guess, share: 2/3, at_least: 1, floor: guess}
  rounding: guess
months:
  - {id: keel, standard: keel, origin: guess, rows: [{people: [1], value: [3, 6]}]}
roadmap:
  origin: guess
  stages: [{page: first, share: 1}]
  upkeep: first
  remedies: [{id: row, say: Row.}]
""",
    "content/brand.yaml": """\
name: Harbour
product: Advisor
tagline: Ahoy
link: https://example.org
logo: content/brand/logo.svg
icon: content/brand/icon.svg
contact: {ask: Talk?, label: Write, link: "https://example.org/talk", email: ahoy@example.org}
colours:
  primary: "#000000"
  primary_dark: "#000000"
""",
    "content/personas/skipper.yaml": f"""\
- id: skipper
  name: A skipper
  story: Sails along the coast.
  answers: {_ANSWERS}
""",
    "content/examples/boats.yaml": f"""\
- name: A fishing boat along the coast needs nothing
  answers: {_ANSWERS}
  expect: {{keel: not-needed, sail: not-needed}}
  fires: [coast-fish]
  provision: § 3
- name: A passenger boat under a foreign flag has a contract
  answers: {{waters: [coast], cargo: [passengers], flag: abroad}}
  expect: {{keel: contractual, sail: commercial}}
  fires: [coast-passengers, coast-flag]
  silent: [coast-fish]
  provision: § 2
- name: A few on the open sea need rules
  answers: {{waters: [sea], crew: few, cargo: [none], flag: home}}
  expect: {{keel: legal-qms, sail: not-needed}}
  decided_by: {{keel: sea-general}}
  silent: [coast-empty]
  provision: § 7.10
- name: Alone on the open sea one may do without
  answers: {{waters: [sea], crew: alone, cargo: [none], flag: home}}
  expect: {{keel: commercial, sail: not-needed}}
  decided_by: {{keel: sea-alone}}
  provision: § 7.11
- name: Many on the open sea must be certified
  answers: {{waters: [coast, sea], crew: many, cargo: [none], flag: home}}
  expect: {{keel: legal-certificate, sail: not-needed}}
  decided_by: {{keel: sea-many}}
  fires: [coast-empty]
  provision: § 7.12
""",
    **{
        f"content/outcomes/{standard}.{basis}.md": f"# {basis}\n\nSee [the keel](../standards/keel.md#more).\n"
        for standard in ("keel", "sail")
        for basis in invented.BASES
    },
    "content/standards/keel.md": "# Keel\n\nWhat it is.\n\n## More\n\nAll of it.\n",
    "content/process/1-first.md": "# First\n\nThen.\n",
    "content/faq/1-why.md": "# Why\n\nBecause.\n",
}
"""Path → text."""
_FIRST_LINES = {name: schema_line(name) for name in FILES}

Edit = tuple[str, str, str]
"""File, passage that stands there once, and what takes its place."""


def write(root: Path, *edits: Edit) -> Path:
    """Write the product, with these changes, below a folder."""
    texts = dict(FILES)
    for file, old, new in edits:
        assert texts[file].count(old) == 1, (file, old)
        texts[file] = texts[file].replace(old, new)
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        first = _FIRST_LINES[name]
        path.write_text(f"{first}\n{text}" if first else text, "utf-8")
    return root
