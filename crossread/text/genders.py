"""Words that tell whether somebody goes by "he" or by "she": pronouns, titles, and nouns of kinship and office."""

from __future__ import annotations

from typing import Final

from crossread.model import Pronoun

SHOWN_BY: Final[dict[str, Pronoun]] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
TITLES: Final[dict[str, Pronoun]] = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_HE_NOUNS = (
    "sir lord king prince emperor sultan emir pope father son brother husband uncle nephew grandfather grandson "
    "widower fiancé boyfriend dad spokesman congressman councilman chairman businessman policeman assemblyman alderman "
    "clergyman cameraman actor waiter man boy patriarch imam priest monk"
)
_SHE_NOUNS = (
    "dame lady queen princess empress mother daughter sister wife aunt niece grandmother granddaughter "
    "widow fiancée girlfriend mom spokeswoman congresswoman councilwoman chairwoman businesswoman policewoman "
    "assemblywoman actress waitress housewife nun woman girl"
)
NOUNS: Final[dict[str, Pronoun]] = {
    **dict.fromkeys(_HE_NOUNS.split(), "he"),
    **dict.fromkeys(_SHE_NOUNS.split(), "she"),
}
