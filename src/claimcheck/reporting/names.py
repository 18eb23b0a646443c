"""What reports call articles and their sources: short, and never two of them alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from claimcheck.articles.inputs import STANDARD_INPUT
from claimcheck.records import Article, Comparison, Fact, Point, Story
from claimcheck.reporting.words import count, days, headline, join_words, line_of

_MAX_NAME = 50
_MAX_LONGER = 100
_MAX_ADDED = 40
_MAX_READ = 400


@attrs.frozen(kw_only=True)
class Names:
    """Names by the id of an article.

    Attributes:
        known: the articles themselves.
        articles: of each article; no two are alike.
        sources: of each article's source, one for all that give the same; an article that gives none is its own.
    """

    known: Mapping[str, Article]
    articles: Mapping[str, str]
    sources: Mapping[str, str]

    def of(self, articles: Iterable[Article]) -> list[str]:
        """What each of the articles is called."""
        return [self.articles[article.id] for article in articles]

    def heading(self, article: Article) -> str:
        """What stands above its text: its title, else its name, whole."""
        name = self.articles[article.id]
        return article.title or (_whole_name(article) if name == _name(article) else name)

    def title_beside(self, article: Article) -> str:
        """Its title, where its name does not tell it; else ""."""
        told = article.title == article.name or self.articles[article.id].endswith(_in_brackets(article.title))
        return "" if told else article.title

    def sources_of(self, articles: Iterable[Article]) -> list[str]:
        """The sources of the articles, each once, in the order in which they come first."""
        return list(dict.fromkeys(self.sources[article.id] for article in articles))


def names_of(comparison: Comparison) -> Names:
    """Names for every article of a comparison."""
    parts: tuple[Comparison | Story | Fact, ...] = (comparison, *comparison.stories, *comparison.facts)
    known = {article.id: article for part in parts for article in part.articles}
    first: dict[str, Article] = {}
    for article in known.values():
        first.setdefault(_source(article), article)
    called = article_names(first.values())
    sources = {id_: called[first[_source(article)].id] for id_, article in known.items()}
    return Names(known=known, articles=article_names(known.values()), sources=sources)


def article_names(articles: Iterable[Article]) -> dict[str, str]:
    """Id of each article to its name: the source, the title or the file; where others have it too, what tells it apart.

    That is more of the same name, else the title, the file, the day or the first words in brackets, else the id.
    """
    articles = list(articles)
    shared = Counter(map(_name, articles))
    tried = {one.id: [_name(one), *(_longer_names(one) if shared[_name(one)] > 1 else ())] for one in articles}
    held = Counter(name for names in tried.values() for name in dict.fromkeys(names))
    return {id_: next((name for name in names if held[name] == 1), names[-1]) for id_, names in tried.items()}


def sources_line(part: Fact | Point, names: Names) -> str:
    """ "3 independent sources: A, B (with C) and D"; names in brackets are copies of, or drew on, the one before."""
    # Of a source that stands in two origins, the articles are named.
    standing = Counter(source for origin in part.origins for source in names.sources_of(origin))
    origins = []
    for origin in part.origins:
        first, *rest = dict.fromkeys(
            source if standing[source := names.sources[article.id]] == 1 else names.articles[article.id]
            for article in origin
        )
        origins.append(f"{first} (with {join_words(rest)})" if rest else first)
    return f"{count(len(part.origins), 'independent source')}: {join_words(origins)}"


def file_name(path: str) -> str:
    """The path of an article's file on one line; "-" in words."""
    return "standard input" if path == STANDARD_INPUT else line_of(path)


def _source(article: Article) -> str:
    return article.source or article.id


def _is_named_by_file(article: Article) -> bool:
    return bool(article.path) and not (article.source or article.title)


def _whole_name(article: Article) -> str:
    return file_name(article.name) if _is_named_by_file(article) else article.name


def _name(article: Article) -> str:
    return headline(_whole_name(article), _MAX_NAME)


def _longer_names(article: Article) -> Iterator[str]:
    """Names that may tell the article from others of its name, the best first; the last one is no other article's."""
    name = _name(article)
    ends = _ends(file_name(article.path))
    if _is_named_by_file(article):
        yield from ends[1:]
    else:
        yield headline(article.name, _MAX_LONGER)
        if article.title not in ("", article.name):
            yield name + _in_brackets(headline(article.title, _MAX_ADDED))
        yield from (f"{name} ({end})" for end in ends if end)
    if day := days(article.published_earliest, article.published_latest):
        yield f"{name} ({day})"
    yield name + _in_brackets(headline(article.text[:_MAX_READ], _MAX_ADDED))
    yield f"{name} ({article.id})"


def _in_brackets(words: str) -> str:
    return f" (“{words}”)"


def _ends(path: str) -> list[str]:
    """ "fire.txt", "ap/fire.txt", "news/ap/fire.txt": each folder further up."""
    parts = path.split("/")
    return ["/".join(parts[-n:]) for n in range(1, len(parts) + 1)]
