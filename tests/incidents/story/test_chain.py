"""What hangs together by relations."""

from incidents.story import chain, reading_order

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def test_an_incident_with_its_answers(seeds):
    """The jets near Vaindloo bring the request, the council, the Security Council; the jets come first."""
    found = chain(seeds, VAINDLOO)
    assert found[0] == VAINDLOO
    assert {"2025-09-19-ee-art4-request", "2025-09-23-be-nac-article-4", "2025-09-22-ee-un-council"} <= set(found)
    assert found.index("2025-09-19-ee-art4-request") < found.index("2025-09-23-be-nac-article-4")


def test_every_chain_is_closed(seeds):
    """Each member has the same chain, and every relation stays inside it."""
    seen = {}
    for event_id in seeds.events["event_id"]:
        if event_id not in seen:
            members = set(chain(seeds, event_id))
            assert event_id in members
            assert all(row["other"] in members for each in members for row in seeds.relations_of(each))
            seen |= dict.fromkeys(members)
    assert len(seen) == len(seeds.events)


def test_nobody_knows_it(seeds):
    """An id that the package lacks hangs on nothing."""
    assert chain(seeds, "nowhere") == ()


def test_an_answer_is_told_after_what_it_answers(seeds):
    """Within a day the order of relations wins over the order of ids; days stay in order; nothing is lost."""
    ids = seeds.events["event_id"].tolist()
    told = reading_order(seeds, reversed(ids))
    assert sorted(told) == sorted(ids)
    place = {each: at for at, each in enumerate(told)}
    days = [seeds.event(each)["earliest"].date() for each in told]
    assert days == sorted(days)
    for row in seeds.relations.to_dict("records"):
        one, other = row["event_id"], row["related_event_id"]
        if row["relation"] != "same_operation" and days[place[one]] == days[place[other]]:
            assert place[other] < place[one], (one, other)
