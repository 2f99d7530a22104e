"""A search in Latin finds Cyrillic and the other way round, in the spellings of Ukrainian, Russian and Belarusian that people use."""

import pytest

from incidents import Filter, filter_mask
from incidents.romanise import romanise, search_words, searchable

SPELLINGS = [
    # Cyrillic, and what atlases and newspapers write
    ("Київ", "Kyiv"), ("Киев", "Kiev"), ("Харків", "Kharkiv"), ("Харьков", "Kharkov"), ("Львів", "Lviv"), ("Львов", "Lvov"), ("Чернівці", "Chernivtsi"),
    ("Чернігів", "Chernihiv"), ("Миколаїв", "Mykolaiv"), ("Запоріжжя", "Zaporizhzhia"), ("Згурський", "Zghurskyi"), ("Єнакієве", "Yenakiieve"),
    ("Їжакевич", "Yizhakevych"), ("Знам’янка", "Znamianka"), ("Луганськ", "Luhansk"), ("Луганск", "Lugansk"), ("Івано-Франківськ", "Ivano-Frankivsk"),
    ("Брянск", "Bryansk"), ("Пулково", "Pulkovo"), ("Ейск", "Yeysk"), ("Майкоп", "Maykop"), ("Майкоп", "Maikop"), ("Екатеринбург", "Yekaterinburg"),
    ("Шереметьево", "Sheremetyevo"), ("Калининград", "Kaliningrad"), ("Гродна", "Hrodna"), ("Гродно", "Grodno"), ("Гомель", "Homiel"), ("Магілёў", "Mahilioŭ"),
    ("Віцебск", "Viciebsk"), ("Мінск", "Minsk"), ("Вайндлоо", "Vaindloo"),
]  # fmt: skip
EXAMPLES = [
    ("Łódź", ("lodz",)),
    ("Kyiv", ("kyiv",)),
    ("КИЇВ", ("kiiv", "kyiv")),
    ("", ("",)),
]


@pytest.mark.parametrize(("word", "forms"), EXAMPLES)
def test_forms(word, forms):
    """Latin has one form, Cyrillic the folded one and those that differ from it."""
    assert romanise(word)[: len(forms)] == forms
    assert len(set(romanise(word))) == len(romanise(word)) <= 4


@pytest.mark.parametrize(("cyrillic", "latin"), SPELLINGS)
def test_either_way(seeds, cyrillic, latin):
    """In the data and in the search, whichever has which script, in any case."""
    for given, asked in ((cyrillic, latin), (latin, cyrillic), (cyrillic, cyrillic), (cyrillic, cyrillic.upper())):
        some = seeds.events.head(2).assign(title=[f"Drones over {given}, at night", "Drones"])
        assert filter_mask(some, Filter(q=asked)).tolist() == [True, False], (given, asked)


def test_words_of_a_search():
    """Each word has its forms; spaces of all kinds and marks alone are no words."""
    assert search_words("drone\u00a0 Київ") == (("drone",), romanise("Київ"))
    assert search_words("¨ ь") == ()


def test_latin_text_is_not_touched():
    """Only Cyrillic words are written again."""
    assert searchable("Šiauliai by night") == "siauliai by night"
    assert searchable("над Києвом, ночью").startswith("nad kiievom, nochyu\n")
