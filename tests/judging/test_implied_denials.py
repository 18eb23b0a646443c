"""Denials without a "not", and negations that deny nothing."""

from __future__ import annotations

import pytest

from claimcheck.judging import polarity
from claimcheck.judging.implied_denials import denies_in_other_words, most_against_few
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.records import Claim
from claimcheck.settings import Settings


def _claims(a: str, b: str) -> tuple[Claim, Claim]:
    row = {"a": a, "b": b} | dict.fromkeys(("date_a", "date_b", "context_a", "context_b"))
    pair = pairs_from_texts([row], settings=Settings(processes=1))[0]
    return pair.a, pair.b


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("The attempt to put the satellite into orbit failed.", "The satellite never made it into orbit."),
        ("The pay offer was voted down by the nurses.", "The nurses did not accept the pay offer."),
        ("The sailors were left unharmed by the pirates.", "The pirates did not harm any of the sailors."),
        ("Kaso is the tallest dam in the country.", "No dam in the country is taller than Kaso."),
        ("The minister admitted the payment.", "The minister did not deny the payment."),
        ("Kaso is the only dam in the country.", "There is no other dam in the country."),
        ("Nearly all mayors signed the appeal.", "Only a handful of mayors did not sign the appeal."),
    ],
)
def test_what_is_told_without_a_not_may_deny_as_well(yes: str, no: str) -> None:
    assert denies_in_other_words(*_claims(yes, no))


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("The satellite made it into orbit.", "The satellite never made it into orbit."),
        ("The offer was rejected.", "The offer was not rejected."),
        ("Police found the missing car.", "Police did not find the missing car."),
        ("The largest union accepted the offer.", "The union did not accept the offer."),
        ("Police shot an unarmed man in Oslo.", "Police did not shoot the man in Oslo."),
        ("A homeless man was killed in the fire.", "Nobody was killed in the fire."),
        ("The failed bank was sold to a rival on Monday.", "The bank was not sold to a rival."),
        ("One passenger survived the crash.", "There were no survivors of the crash."),
        ("Smith passed secret files to Moscow.", "Smith did not pass secret files to Moscow."),
        ("The wreck was found on Monday in the latest search.", "The wreck has not been found so far."),
        ("Prices dropped in June.", "Prices did not fall in June."),
        ("The only plane was shot down.", "No plane was shot down, but two were damaged."),
        ("The raid succeeded.", "The raid, which came as a surprise, did not succeed."),
        ("Most lawmakers voted for the bill.", "Few lawmakers voted for the bill."),
    ],
)
def test_a_plain_claim_and_its_negation_stay_a_conflict(yes: str, no: str) -> None:
    assert not denies_in_other_words(*_claims(yes, no))


def test_most_and_few_count_two_parts_of_one_whole() -> None:
    a, b = _claims("Nearly all shops stayed closed on Tuesday.", "Only a handful of shops opened on Tuesday.")
    assert most_against_few(a, b)
    assert polarity.compare_polarity(a, b) == []
    assert not most_against_few(*_claims("Most shops stayed closed.", "Most shops opened."))
    markets = _claims("Most Asian markets rose on Monday.", "Asian markets fell for the first time in a few weeks.")
    assert not most_against_few(*markets)
