"""How a person wants the list: what was typed into the filter, and which header was clicked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from rendermanager.store.listing import Listing
from rendermanager.ui.queue.columns import SPECS, SortState
from rendermanager.ui.queue.filtering import parse


@dataclass(frozen=True, slots=True)
class ListWish:
    """What is to be listed, in a person's words and in the store's.

    Attributes:
        filter_text: What was typed.
        sort: How it is sorted; None means in run order.
        listing: The same for the store.
        problem: What of the filter could not be understood; empty when all was.
    """

    filter_text: str = ""
    sort: SortState | None = None
    listing: Listing = field(default_factory=Listing)
    problem: str = ""

    @property
    def is_run_order(self) -> bool:
        """Whether the rows stand in the order in which they run, none left out."""
        return self.sort is None and not self.listing.terms

    def filtered(self, text: str, presets_labelled: Callable[[str], Sequence[str]]) -> "ListWish":
        """The same with another filter; see `parse`."""
        found = parse(text, presets_labelled)
        listing = replace(self.listing, terms=found.terms)
        return replace(self, filter_text=text, listing=listing, problem=found.problem)

    def sorted_by(self, state: SortState | None) -> "ListWish":
        """The same in another order."""
        key = SPECS[state.column].sort if state is not None else None
        descending = state is not None and state.descending
        listing = replace(self.listing, sort=key, descending=descending)
        return replace(self, sort=state, listing=listing)
