"""Whether a given name is a man's or a woman's, where nearly all who bear it are."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

_SHORT_FORMS = (
    "abigail:abby|abraham:abe|albert:al bert|"
    "alexander:alex aleksandr alexandr aleksander oleksandr sasha alejandro sandy|"
    "alexandra:sasha alex sandra aleksandra oleksandra|alfred:alf alfie fred|alan:al|amanda:mandy|anastasia:nastya|"
    "andrew:andy drew andriy andrei andrey|anthony:tony ant anton|antonio:tony toni|archibald:archie|arthur:art|"
    "barbara:barb babs|bartholomew:bart|benjamin:ben benny benji binyamin|bernard:bernie|"
    "bradley:brad|calvin:cal|caroline:carrie|catherine:cathy kate katie cath cat|charles:charlie chuck chas|"
    "charlotte:lottie charlie|christina:chris tina christie|christine:chris chrissie|christopher:chris kit topher|"
    "clifford:cliff|constance:connie|cornelius:neil|cynthia:cindy|daniel:dan danny danylo|david:dave davy|"
    "deborah:debbie deb|dmitri:dmytro dima|dominic:dom|donald:don donnie|dorothy:dot dottie dolly|douglas:doug|"
    "edgar:ed|edmund:ed eddie ted|edward:ed eddie ted ned teddy|eleanor:ellie nell nora|"
    "elizabeth:liz beth betty lizzie eliza "
    "lisa libby betsy bess liza|emily:em emmy|eugene:gene|evgeny:yevgeny yevhen evgeni|florence:flo|"
    "frances:fran fanny|"
    "francis:frank fran|francisco:paco pancho|franklin:frank|frederick:fred freddie freddy|gabriel:gabe|"
    "geoffrey:geoff|gerald:gerry jerry|gerard:gerry|gilbert:gil|giuseppe:beppe peppe|gregory:greg hryhoriy|"
    "harold:harry hal|harriet:hattie|helen:nell|henry:harry hank hal|herbert:herb bert|hubert:bert|ignacio:nacho|"
    "irene:iryna irina|isaac:ike|isabella:bella izzy|jacob:jake|jacqueline:jackie|james:jim jimmy jamie|"
    "jeffrey:jeff|jennifer:jen jenny|jeremy:jerry jez|jessica:jess jessie|joanna:jo|joanne:jo|john:jack johnny jon|"
    "jonathan:jon johnny|jose:pepe|joseph:joe joey|josephine:jo josie|joshua:josh|judith:judy|"
    "julian:jules|katherine:kathy kat kate katie katy kit|kathleen:kathy kath|kenneth:ken kenny|kimberly:kim|"
    "kristina:kris|lawrence:larry lars|leonard:len lenny leo|leopold:leo poldi|leslie:les|lillian:lily|"
    "louis:lou louie|"
    "louise:lou|lucas:luke|lucille:lucy|madeleine:maddie|magdalena:lena magda|manuel:manolo manny|"
    "margaret:maggie peggy "
    "meg madge marge rita greta margie|maria:mary masha|martha:marty|martin:marty|matilda:tilly|matthew:matt|"
    "maximilian:max|maxwell:max|melissa:mel|michael:mike mick mickey mikhail mykhailo mikey misha|mildred:millie|"
    "mitchell:mitch|mohammed:mo|montgomery:monty|nancy:nan|natalia:natasha natalie|nathan:nat nate|"
    "nathaniel:nat nate|"
    "nicholas:nick nicky nico|nicolas:nico|nikolai:mykola kolya|oliver:ollie|olivia:liv|oscar:ozzie|oswald:ozzie|"
    "pamela:pam|patricia:pat patty trish tricia|patrick:pat paddy rick|paul:pavel pavlo|pedro:perico|penelope:penny|"
    "peter:pete petro|philip:phil pip|philippa:pippa|phillip:phil|prudence:pru|rachel:rach|randolph:randy|"
    "raymond:ray|rebecca:becky becca|reginald:reg reggie|richard:dick rick ricky rich richie|"
    "robert:bob bobby rob robbie bert|roberto:beto|roderick:rod|rodney:rod|roland:rolly|ronald:ron ronnie|"
    "rosemary:rosie rose|rudolph:rudy|russell:russ|salvatore:toto turi|samantha:sam sammy|samuel:sam sammy|"
    "sarah:sally sadie|sergei:serhiy serhii sergiy|sidney:sid|simon:si|solomon:sol|stanley:stan|"
    "stephanie:steph|stephen:steve|steven:stevie steve|stewart:stu|stuart:stu|susan:sue suzy susie|"
    "sylvester:sly|tatiana:tanya|terence:terry|teresa:terry tess|theodora:thea dora|theodore:theo ted teddy|"
    "theresa:terry tess|thomas:tom tommy|timothy:tim|tobias:toby|valentine:val|valerie:val|veronica:ronnie|"
    "victor:vic|victoria:vicky tori|vincent:vince vinnie|virginia:ginny|vladimir:volodymyr vova volodya|"
    "walter:walt wally|wilfred:wilf|wilhelm:willi|wilhelmina:mina minnie|william:will bill billy willie liam|"
    "winifred:winnie|winston:winnie|yulia:julia|zachary:zach zack"
)


def _by_short_form() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _SHORT_FORMS.split("|"):
        full, shorts = pair.split(":")
        for short in shorts.split():
            found.setdefault(short, set()).add(full)
    return MappingProxyType({short: frozenset(full) for short, full in found.items()})


SHORT_FORMS: Mapping[str, frozenset[str]] = _by_short_form()
"""Short or other form of a given name, lower case → the forms that it may stand for."""


@functools.cache
def _genders() -> Mapping[str, str]:
    text = (resources.files("claimcheck.claims") / "data" / "given_names.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        gender, _, names = line.partition(":")
        if gender in {"m", "f"}:
            found.update(dict.fromkeys(names.split(), gender))
    return MappingProxyType(found)


@functools.lru_cache(maxsize=20_000)
def given_name_gender(name: str) -> str:
    """ "m" or "f" by the first word of a name of two words or more, "" where the name does not tell."""
    words = name.split()
    if len(words) < 2:
        return ""
    low = unicodedata.normalize("NFKD", words[0].casefold())
    return _genders().get("".join(c for c in low if not unicodedata.combining(c)), "")
