"""Names of a comparison rewritten to one form for each person, body and place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import attrs

from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.speech import UNNAMED_SOURCE
from claimcheck.records import Claim, Entity, Mention
from claimcheck.records.values import EntityLabel
from claimcheck.stories.linking.bodies import Bodies
from claimcheck.stories.linking.body_keys import acronym, is_club, plays_as_a_club
from claimcheck.stories.linking.events import event_with_names
from claimcheck.stories.linking.folding import plain
from claimcheck.stories.linking.followers import follow_descriptions
from claimcheck.stories.linking.mentions import PRONOUNS, Lexicon, Site, site_of
from claimcheck.stories.linking.people import People, is_full, is_particle, sex_of, words_of
from claimcheck.stories.linking.places import SEATS, capitals, country_of, government_of, place_key, spellings_of_one
from claimcheck.stories.linking.roles import Description, Office, Offices, descriptions, offices_beside

_IN = re.compile(r"\b(?:in|at|near|from|to|around|outside|across|through|via|of)\s+$", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:in|at|near|around|outside|across|through)\s+$", re.IGNORECASE)
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_SHORTEST = 3
"""Fewest letters of a name that is looked for where the recogniser overlooked it."""


def link_names(claims_by_article: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """The claims with one canonical name for each person, body and place over all articles.

    Rewritten are `Entity.name`, `Event.participants`, `parties` and `places`, and the names of speakers; labels of
    names that another mention tells better are put right, and known names that the recogniser overlooked, as well as
    descriptions by office ("the Russian defence minister") that mean one named person, become entities of their own.
    The canonical form is the one used most often. What may mean two stays as it is.

    Args:
        claims_by_article: the claims of each article, as extracted, before `resolve_events`.

    Returns:
        The same claims in the same order. Doing it twice changes nothing; in which order the articles come
        makes no difference.
    """
    return _Linker(claims_by_article).run()


class _Linker:
    def __init__(self, claims_by_article: Sequence[Sequence[Claim]]) -> None:
        self._claims = claims_by_article
        self._texts = [" ".join(" ".join(claim.quote for claim in claims).split()) for claims in claims_by_article]
        self._sites = [
            (site_of(number, claim, entity), claim)
            for number, claims in enumerate(claims_by_article)
            for claim in claims
            for entity in claim.entities
        ]
        self._votes: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
        for site, _ in self._sites:
            if not site.is_reference:
                self._votes[plain(site.entity.name)][site.entity.label] += 1
        self._bodies = Bodies(self._body_names())
        self._people = People(*self._people_names())
        self._places = self._place_names()
        self._offices = self._all_offices()
        self._common = frozenset(
            word for claims in claims_by_article for claim in claims for word in _LOWER.findall(claim.quote)
        )
        self._lexicon = self._names_to_look_for()

    def run(self) -> list[list[Claim]]:
        return [
            follow_descriptions([self._linked(number, claim) for claim in claims], self._people.gender)
            for number, claims in enumerate(self._claims)
        ]

    # What the comparison knows

    def _body_names(self) -> dict[str, Counter[int]]:
        found: dict[str, Counter[int]] = defaultdict(Counter)
        for site, _ in self._sites:
            entity = site.entity
            if site.is_reference or _is_place_name(entity.name):
                continue
            if (entity.label == "organisation" and self._label(entity) == "organisation") or is_club(entity.name):
                found[entity.name][site.article] += 1
        for number, claims in enumerate(self._claims):
            for claim in claims:
                for mention in (claim.speaker, claim.via):
                    if mention is not None and self._is_unlabelled_body(claim, mention):
                        found[mention.name][number] += 1
        return found

    def _is_unlabelled_body(self, claim: Claim, mention: Mention) -> bool:
        """A speaker with a name of three words or more that no entity covers: "Human Rights Watch"."""
        covered = any(e.start < mention.end and mention.start < e.end for e in claim.entities)
        words = mention.name.split()
        return (
            not covered and len(words) > 2 and all(w[:1].isupper() or w in {"of", "for", "and", "the"} for w in words)
        )

    def _people_names(self) -> tuple[dict[str, Counter[int]], dict[str, Counter[str]]]:
        found: dict[str, Counter[int]] = defaultdict(Counter)
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for site, _ in self._sites:
            entity = site.entity
            name = entity.name
            if entity.label != "person" or not is_full(name) or not self._is_personal(name):
                continue
            found[" ".join(words_of(name))][site.article] += 1
            sex = sex_of(site.title) or sex_of(site.noun)
            if sex:
                told[" ".join(words_of(name))][sex] += 1
        return found, told

    def _place_names(self) -> dict[str, str]:
        found: dict[str, Counter[str]] = defaultdict(Counter)
        articles: dict[str, set[int]] = defaultdict(set)
        for site, _ in self._sites:
            entity = site.entity
            if self._label(entity) == "place" and not site.is_reference:
                found[place_key(entity.name)][entity.name] += 1
                articles[place_key(entity.name)].add(site.article)
        # Small places that no gazetteer knows are spelt differently too, but not by one writer.
        leaders = spellings_of_one(
            {key: articles[key] for key, names in found.items() if not any(map(find_place, names))}
        )
        groups: dict[str, Counter[str]] = defaultdict(Counter)
        for key, names in found.items():
            groups[leaders.get(key, key)].update(names)
        best = {key: min(names, key=lambda n: (-names[n], -len(n), n)) for key, names in groups.items()}
        return {key: best[leaders.get(key, key)] for key in found}

    def _all_offices(self) -> Offices:
        held: list[tuple[Office, str]] = []
        for site, _ in self._sites:
            if site.entity.label != "person" or site.is_reference:
                continue
            name = self._person(site)
            if name is not None and is_full(name):
                held += [(office, name) for office in offices_beside(site.before, site.after)]
        described = (d.office for claims in self._claims for claim in claims for d in descriptions(claim.quote))
        return Offices(held, described, lambda domain: self._bodies.named(-1, domain) or domain)

    def _names_to_look_for(self) -> Lexicon:
        people = list(self._people.canonical)
        bodies = [site.entity.name for site, _ in self._sites if site.entity.label == "organisation"]
        spaced = [n.replace("&", "and") for n in bodies if "&" in n]
        singles = {plain(words_of(name)[-1]) for name in people} | set(self._people.middle_names)
        singles |= {plain(site.entity.name) for site, _ in self._sites if _is_word(site.entity)}
        singles |= self._bodies.short_forms() | capitals()
        return Lexicon(
            [*people, *bodies, *spaced, *SEATS],
            {s for s in singles if len(s) >= _SHORTEST},
            self._people.surname_keys,
            self._bodies.is_shortened,
        )

    def _label(self, entity: Entity) -> EntityLabel:
        """The label that most mentions of the name have; of equals its own."""
        votes = self._votes.get(plain(entity.name))
        if entity.label not in {"person", "place", "organisation", "other"} or not votes:
            return entity.label
        best = max(votes.values())
        if votes[entity.label] == best and not (entity.label == "person" and not is_full(entity.name)):
            return entity.label
        if entity.label == "person" and _is_place_name(entity.name) and votes["place"]:
            return "place"
        return min(label for label, count in votes.items() if count == best)

    # What a mention means

    def _person(self, site: Site) -> str | None:
        name = site.entity.name
        if is_full(name) and self._is_personal(name):
            return self._people.named(" ".join(words_of(name)))
        if site.is_reference:
            return self._people.bearer(site.article, name)
        return self._people.bearer(site.article, name, site.title)

    def _meaning(self, site: Site) -> tuple[str, EntityLabel]:
        """Canonical name and label of a mention."""
        entity = site.entity
        name, label = entity.name, entity.label
        if site.is_reference:
            return self._reference(site)
        if label in {"place", "organisation", "person", "other"}:
            government = government_of(entity.text, site.before, site.after)
            if government is not None:
                namesake = self._namesake(site)
                return (namesake, "person") if namesake else (government, "place" if label == "person" else label)
        if label == "person" or self._may_be_person(site):
            person = self._person(site)
            if person is not None:
                return person, "person"
        country = country_of(name, "place" if label == "other" else label)
        if country is not None:
            return country, "place" if label == "other" else label
        known = self._label(entity)
        if (label == "other" or (label == "person" and not is_full(name))) and place_key(name) in self._places:
            known = "place"
        if label == "place" and plays_as_a_club(site.before, site.after):
            club = self._bodies.named(site.article, name)
            if club is not None:
                return club, "organisation"
        if (
            known == "organisation"
            or is_club(name)
            or acronym(name)
            or (label in {"other", "person"} and known != "place")
        ):
            body = self._bodies.named(site.article, name)
            if body is not None and not (label == "person" and is_full(name) and self._is_personal(name)):
                return body, "organisation"
        if known == "place":
            return self._places.get(place_key(name), name), "place"
        return name, known if known in {"place", "organisation"} else label

    def _namesake(self, site: Site) -> str | None:
        """Whom the name of a capital means in an article that has somebody of that name in full: Lewis Hamilton."""
        word = plain(site.entity.text)
        person = self._person(site)
        if person is None or word not in map(plain, words_of(person)) or _is_place_name(person):
            return None
        return person if person in self._texts[site.article] else None

    def _reference(self, site: Site) -> tuple[str, EntityLabel]:
        name, label = site.entity.name, site.entity.label
        if label == "person":
            return self._person(site) or name, label
        if label == "organisation":
            return self._bodies.named(site.article, name) or name, label
        return country_of(name, label) or self._places.get(place_key(name), name), label

    def _is_personal(self, name: str) -> bool:
        """Not the name of a club or of a firm that was taken for a person's."""
        return not is_club(name) and "&" not in name and " and " not in name and not self._bodies.is_firm(name)

    def _may_be_person(self, site: Site) -> bool:
        """A surname or a full name that got another label."""
        entity = site.entity
        if entity.label not in {"place", "organisation", "other", "group"}:
            return False
        if entity.label == "group" and find_place(entity.name) is not None:
            return False
        if is_full(entity.name):
            return entity.label != "organisation" and find_place(entity.name) is None and not is_club(entity.name)
        if acronym(entity.name) or entity.name.lower() in SEATS:
            return False
        if (
            " " in entity.name
            and len(words_of(entity.name)) > 1
            and not all(map(is_particle, entity.name.split()[:-1]))
        ):
            return False
        place = find_place(entity.name)
        if place is not None and (place.level != "city" or place.capital):
            return False
        return not (_IN if place is not None else _INSIDE).search(site.before)

    def _unlabelled(self, article: int, claim: Claim, start: int, end: int) -> Entity | None:
        """An overlooked name at a range of the claim's quote as an entity, or None if it means nobody in particular."""
        text = claim.quote[start:end]
        name = " ".join(text.split())
        bare = Entity(start=claim.start + start, end=claim.start + end, text=text, label="other", name=name)
        site = site_of(article, claim, bare)
        government = government_of(name, site.before, site.after)
        if government is not None and self._namesake(site) is None:
            return attrs.evolve(bare, label="organisation", name=government)
        person = None if _IN.search(site.before) and _is_place_name(name) else self._person(site)
        if person is not None:
            return attrs.evolve(bare, label="person", name=person)
        country = country_of(name, "place")
        if country is not None:
            return attrs.evolve(bare, label="place", name=country)
        body = self._bodies.named(article, name)
        if body is not None:
            return attrs.evolve(bare, label="organisation", name=body)
        if place_key(name) in self._places:
            return attrs.evolve(bare, label="place", name=self._places[place_key(name)])
        return None

    # Claims rewritten

    def _linked(self, article: int, claim: Claim) -> Claim:
        added = [
            entity
            for start, end in self._lexicon.overlooked(claim, self._common)
            if (entity := self._unlabelled(article, claim, start, end)) is not None
        ]
        added += [e for d in descriptions(claim.quote) if (e := self._described(claim, d)) is not None]
        kept = [e for e in claim.entities if not any(_replaces(a, e) for a in added)]
        meanings = {e: self._meaning(site_of(article, claim, e)) for e in kept}
        linked = [attrs.evolve(e, name=name, label=label) for e, (name, label) in meanings.items()]
        entities = sorted({*linked, *added}, key=lambda e: (e.start, e.end, e.name))
        return attrs.evolve(
            claim,
            entities=tuple(entities),
            speaker=self._said_by(article, claim, claim.speaker, entities),
            via=self._said_by(article, claim, claim.via, entities),
            inner_speakers=tuple(
                who for m in claim.inner_speakers if (who := self._said_by(article, claim, m, entities)) is not None
            ),
            event=None if claim.event is None else event_with_names(claim.event, claim, meanings, added),
        )

    def _described(self, claim: Claim, found: Description) -> Entity | None:
        name = self._offices.holder(found.office)
        start, end = claim.start + found.start, claim.start + found.end
        if name is None or any(e.start == start and e.end == end and e.name == name for e in claim.entities):
            return None
        before = claim.quote[: found.start].rstrip()
        if before.endswith(","):  # "John Bell, the French minister, …": said of the name beside it
            return None
        text = claim.quote[found.start : found.end]
        return Entity(start=start, end=end, text=text, label="person", name=name)

    def _said_by(self, article: int, claim: Claim, who: Mention | None, entities: Iterable[Entity]) -> Mention | None:
        if who is None:
            return None
        inside = [e for e in entities if who.start <= e.start and e.end <= who.end]
        heads = [e for e in inside if e.end == who.end or e.text == who.name]
        if who.text.lower() in PRONOUNS or who.name == UNNAMED_SOURCE:
            heads = []
        if len({e.name for e in heads}) == 1 and (who.name[:1].isupper() or heads[0].text == who.text):
            return attrs.evolve(who, name=heads[0].name)
        label: EntityLabel = "person" if who.text.lower() in PRONOUNS - {"it"} else "other"
        stand_in = Entity(start=who.start, end=who.end, text=who.text, label=label, name=who.name)
        if not who.name[:1].isupper():
            return who
        name = self._people.named(" ".join(words_of(who.name))) if is_full(who.name) else None
        if name is None:
            name = self._meaning(site_of(article, claim, stand_in))[0]
        return attrs.evolve(who, name=name)


def _replaces(new: Entity, old: Entity) -> bool:
    """A longer name takes the place of what lies in it; a description only of what was taken for a person."""
    if not (new.start <= old.start and old.end <= new.end):
        return False
    if new.text[:4].lower() == "the " or "'s " in new.text or "’s " in new.text:
        of_it = re.search(r"\b(?:of|for)\s+(?:the\s+)?$", new.text[: max(old.start - new.start, 0)])
        return old.label == "person" and old.end == new.end and not of_it
    return True


def _is_word(entity: Entity) -> bool:
    named = entity.label in {"organisation", "place"} or (entity.label == "person" and _is_place_name(entity.name))
    return named and " " not in entity.name and entity.name[:1].isupper()


def _is_place_name(name: str) -> bool:
    return find_place(name) is not None
