"""Which articles, and which parts of them, are about the same event."""

from claimcheck.stories.grouping import group_stories, story_labels, story_probabilities
from claimcheck.stories.membership import membership
from claimcheck.stories.profiles import Profile, claim_profile
from claimcheck.stories.resolution import resolve_events

__all__ = [
    "Profile",
    "claim_profile",
    "group_stories",
    "membership",
    "resolve_events",
    "story_labels",
    "story_probabilities",
]
