"""What a text says in the slots of measurements, so that anybody can compare it with what was meant."""

from advisor.content.description_words import Slot
from advisor.understanding.description import Description
from advisor.understanding.found import FoundPlace
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.proposals import statements

SlotValue = str | int | list[str] | list[int] | None


def slots(found: Description, lexicon: Lexicon) -> dict[str, SlotValue]:
    """Slot → value, or None where the text does not say it for sure."""
    return {slot.slot: _value(slot, found) for slot in lexicon.slots}


def _value(slot: Slot, found: Description) -> SlotValue:
    if slot.number:
        return _number(found)
    if slot.part:
        codes = [code for place in found.places if place.part == slot.part and place.sure for code in _codes(place)]
    else:
        codes = [slot.facts[fact.fact] for fact in statements(found) if fact.sure and fact.fact in slot.facts]
    values = list(dict.fromkeys(codes))
    if not values:
        return None
    return values if slot.kind == "many" else values[0]


def _codes(place: FoundPlace) -> list[str]:
    """A part of a country counts as the country."""
    return [code.partition("-")[0] for code in place.codes]


def _number(found: Description) -> SlotValue:
    if not found.people or not found.people[0].sure:
        return None
    low, high = found.people[0][:2]
    return low if low == high else [low, high]
