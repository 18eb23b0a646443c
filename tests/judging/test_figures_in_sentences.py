"""Figures in whole sentences: what two claims' values make of each other, from the words on."""

from __future__ import annotations

import pytest

from claimcheck.judging.judges import weigh
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

CONFLICTS = (
    ("The village lies 12 kilometres from the border.", "The village lies nine miles from the border."),
    ("With 60 percent of ballots counted, Mendaro led.", "With 40 percent of ballots counted, Mendaro led."),
    ("The bridge collapsed on Sunday, killing 12 people.", "The bridge collapsed on Friday, killing 15 people."),
    ("The plant closed in March with the loss of 400 jobs.", "The plant closed in April with the loss of 600 jobs."),
    ("It was 38 degrees in Athens on Monday.", "It was 33 degrees in Athens on Monday."),
    ("She must go to prison for seven years, a judge ruled.", "She was sentenced to nine years in prison."),
    ("They agreed on a joint flood fund worth 4 billion euros.", "They agreed on a flood fund of 2.5 billion euros."),
    ("Two men stole $1 million from the bank.", "Two men stole $2 million from the bank."),
    ("Turnout in the referendum was 40 percent.", "Turnout in the referendum was 60 percent."),
    ("The economy grew 1 percent.", "The economy grew 1.9 percent."),
    ("The bank cut its rate to 2 percent.", "The bank cut its rate to 1.5 percent."),
    ("The crash killed 11 people, the pilot said.", "The crash killed 12 people, officials said."),
    ("Shares closed at $38.20 on Wednesday afternoon.", "Shares closed at $41.50 on Wednesday afternoon."),
    ("Prices rose 2 percent in May and 3 percent in June.", "Prices rose 5 percent in June."),
    ("The blast killed two soldiers and three civilians.", "The blast killed five workers."),
    ("The concert was cancelled after a drop in sales.", "The concert took place despite a drop in sales."),
    ("The strike was called off.", "The union suspended one member and the strike went ahead."),
    ("Profit was higher than expected.", "Profit was lower than analysts forecast."),
    ("The measure won in the House.", "The measure lost in the House."),
    ("Leeds bought the winger.", "Leeds sold the winger."),
    ("Liverpool beat Chelsea (2-1) on Sunday.", "Liverpool beat Chelsea 3-1 on Sunday."),
    ("Messi led Argentina to a 3-0 win over Peru.", "Messi led Argentina to a 2-0 win over Peru."),
    ("Inflation was zero percent in May.", "Inflation was 4 percent in May."),
    ("Leaders from 12 countries attended.", "Leaders of 15 countries attended."),
    ("The driver was a man of 25.", "The driver was a man of 52."),
    ("The train left at 5 p.m. on Friday.", "FIRST REPORT: The train left at 8 p.m. on Friday."),
    ("Shares rose after the firm had a good year.", "Shares fell after the year."),
    ("Nearly 2,000 jobs will go at the plant.", "The plant will shed 1,400 workers."),
    ("A hundred and eighty-five kilometres an hour was the wind.", "The wind reached 60 miles per hour."),
    ("The bus carried a driver, two loaders and 41 passengers.", "The bus carried 62 people."),
    (
        "The last passenger was freed after almost seven hours.",
        "Firefighters had everybody out within three hours.",
    ),
    ("Inflation declined to 2.1 percent in March.", "Inflation increased to 2.6 percent in March."),
)
NO_CONFLICTS = (
    ("The village lies 12 kilometres from the border.", "The village lies seven miles from the border."),
    ("With 38 percent of ballots counted, Iliescu led.", "Iliescu won 54 percent of the vote."),
    ("The museum sold 12,000 tickets on Saturday.", "The museum sold 15,000 tickets on Sunday."),
    ("The index closed at 7,200 points on Monday.", "The index closed at 7,350 points on Friday."),
    ("Unemployment fell to 4.2 percent in March.", "Unemployment fell to 4.6 percent in February."),
    ("It was 38 degrees in Athens on Monday.", "It was 34 degrees in Rome on Monday."),
    ("Gusts of 140 km/h were measured in Brest.", "Gusts of 110 km/h were measured in Nantes."),
    ("Prosecutors had asked for nine years in prison.", "He was sentenced to six years in prison."),
    ("She had served four years in prison.", "She was sentenced to six years in prison."),
    ("The new bridge is longer than the 400-metre bridge at Tarm.", "The new 650-metre bridge opens in May."),
    ("The tower will be slimmer than the current 90-metre one.", "The tower will rise to 140 metres."),
    (
        "The ferry would be lighter than the 130-metre ship and shorter than the 110-metre vessel.",
        "The ferry is narrower than the current 110-metre ship.",
    ),
    ("Baylor (12-6, 1-4) lost to Kansas on Saturday.", "Baylor lost 78-71 to Kansas on Saturday."),
    ("Fumiko Oda, who will be 90 in May, finished the marathon.", "At 89, Fumiko Oda finished the marathon."),
    ("The deal is worth $1.3 billion.", "The deal is worth $1.34 billion."),
    ("The crash killed the driver and 11 passengers.", "The crash killed 12 people."),
    ("The bus carried 58 passengers, a driver and three loaders.", "The bus carried 62 people."),
    ("All 214 people aboard were brought ashore.", "Boats saved the 189 passengers and the 25 crew."),
    ("All 143 people in the jet died.", "Nobody among the 134 passengers and nine crew survived."),
    ("The ferry was licensed for 110 passengers.", "Some 240 people were on board the ferry."),
    ("Eleven women and four men were hurt.", "Fifteen workers were hurt."),
    ("The car drove at 160 km/h.", "The limit there was 80 km/h."),
    ("Nearly 2,000 jobs will go at the plant.", "The plant will shed 1,950 workers."),
    ("The raid took barely three minutes.", "The raid took 170 seconds."),
    ("The game lasted the better part of seven hours.", "The game lasted six hours and fifty minutes."),
    ("The climb took about a quarter of an hour.", "The climb took 17 minutes."),
    ("The illness killed one person in eight of 56.", "The illness killed seven people."),
    ("He took a fifth of a million dollars.", "He took 200,000 dollars."),
    ("Half as many people fell ill on the new drug.", "Twice as many people fell ill on the old drug."),
    ("It killed 90 people in Homa Bay.", "It killed 240 people, 150 of them in Kisumu and the rest in Homa Bay."),
    ("The striker has not scored since March.", "The striker last scored in March."),
    ("The vaccine does not prevent infection but reduces illness.", "The vaccine reduces illness."),
    ("The airline did not say why the flight was delayed.", "The flight was delayed."),
    ("It is not known how many people died.", "Twenty people died."),
    ("She would not resign, and defended her record.", "She defended her record."),
    ("The hurricane had been a Category 4 storm.", "The hurricane weakened to a Category 2 storm."),
    ("A magnitude 7.1 earthquake hit the coast.", "A magnitude 6.0 aftershock hit the coast."),
    ("Turnout was 61 percent, up from 57 percent in 2019.", "Turnout was 57 percent in 2019."),
    ("The match kicks off at 8 p.m. in Madrid.", "The match kicks off at 7 p.m. British time."),
    (
        "The 12-inch laptop is lighter than the 13-inch model, and smaller than the 11-inch version.",
        "The 12-inch laptop is narrower than the current 11-inch model.",
    ),
    ("The minister was told only in the evening.", "The minister was not told until the evening."),
    ("Nearly 200 people were arrested.", "Police arrested 200 people."),
    ("Nearly 100 people were killed.", "At least 100 people were killed."),
    ("Almost 30 percent of voters stayed at home.", "30.2 percent of voters stayed at home."),
    ("Police arrested 40 protesters on Monday and 60 on Tuesday.", "Police arrested 100 protesters."),
    ("The project will bring over 500 jobs.", "The project will bring 600 jobs."),
    ("Only one patient of 20 survived.", "Only one patient of 30 survived."),
    ("Liverpool took the lead 1-0.", "Liverpool won 3-1."),
    ("Porto sold the winger.", "Leeds bought the winger."),
    ("93 percent voted for the sale.", "Seven percent voted against the sale."),
    ("Zagreb will buy 20 trams for 44 million euros.", "Zagreb ordered trams at 2.2 million euros apiece."),
    ("It took 60 firefighters five hours.", "Around 60 firemen fought the flames for almost five hours."),
)


@pytest.mark.parametrize(
    ("a", "b", "conflict"), [(*each, True) for each in CONFLICTS] + [(*each, False) for each in NO_CONFLICTS]
)
def test_what_figures_make_of_each_other(a: str, b: str, conflict: bool) -> None:
    given = {"a": a, "b": b} | dict.fromkeys(("date_a", "date_b", "context_a", "context_b"))
    (pair,) = pairs_from_texts([given], settings=Settings(processes=1))
    for ordered in (pair, pair.swapped()):
        findings = weigh(ordered)[0]
        assert any(finding.verdict == "conflict" and finding.strength > 0.4 for finding in findings) == conflict
