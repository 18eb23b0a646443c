"""One name for each participant and place across all articles of a comparison.

Inside one article `claimcheck.claims.names` does that with the parse at hand. Here its names are joined over articles:
people (`people`), bodies (`bodies`), places and governments (`places`), and descriptions by office (`roles`). What
links a name is looked for in its own article first; where two could be meant, it stays as it is.
"""

from claimcheck.stories.linking.linker import link_names

__all__ = ["link_names"]
