"""Family names of East Asia in the Latin spellings of different systems: Wade-Giles and Pinyin, Korean old and new."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SPELLINGS = (
    "chiang jiang|tsai cai|chang zhang|hsu xu|hsieh xie|chou zhou|chu zhu|kuo guo|tsao cao|teng deng|"
    "hsiao xiao|kao gao|"
    "chao zhao|cheng zheng|tseng zeng|chien qian|chin qin|hsia xia|hsiung xiong|jen ren|ko ke|kung gong|lo luo|"
    "lue lyu lu|peng pang|shih shi|sung song|szu si|tai dai|tang dang|ting ding|tso zuo|tsui cui|tu du|"
    "tung dong|yeh ye|"
    "yu yoo|chen chan|huang wong|lin lam|wu ng|liu lau|yang yeung|ho he|mao mo|chiu qiu|chuang zhuang|"
    "fang fong|hsueh xue|"
    "park pak bak|choi choe|roh noh|jung chung jeong joung|cho jo|kang gang|yoon yun|lee yi rhee ri li|shin sin|"
    "moon mun|woo u|kwon gwon|oh o|seo suh|hwang whang|paik baek|ryu yoo you|lim im rim|nam nahm|koo gu ku"
)
_MORE = (
    "xi kim wang zhao hu deng nguyen tran pham ban song ma sun abiy liang pan feng dong ye tian jia fan bai qi bo "
    "wen shen han tao vo dang bui do ngo duong thich"
)


def _by_spelling() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _SPELLINGS.split("|"):
        for word in row.split():
            found.setdefault(word, set()).update(set(row.split()) - {word})
    return MappingProxyType({word: frozenset(others) for word, others in found.items()})


ROMANISED: Mapping[str, frozenset[str]] = _by_spelling()
"""A family name, lower case → its other spellings."""

FAMILY_FIRST = frozenset(ROMANISED) | frozenset(_MORE.split())
"""Family names that stand before the given name."""
