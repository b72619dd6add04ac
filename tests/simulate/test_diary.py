"""A diary: what one person lived through, on any number of devices."""

from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.diary import Diary


def test_presence_is_inside_and_connected() -> None:
    diary = Diary()
    diary.connected(1, 0)
    diary.inside(True, 10)
    diary.cut(1, 30)
    diary.connected(2, 45)
    diary.inside(False, 60)
    diary.cut(2, 61)
    assert diary.present(100) == [(10, 30), (45, 60)]
    assert diary.losses == 1


def test_a_second_tab_leaves_no_gap_and_is_no_loss() -> None:
    diary = Diary()
    diary.connected(1, 0)
    diary.inside(True, 0)
    diary.connected(2, 20)
    diary.cut(1, 30)
    assert diary.present(50) == [(0, 50)]
    assert diary.losses == 0


def test_whoever_is_let_back_in_is_no_longer_put_out() -> None:
    diary = Diary()
    diary.inside(True, 0)
    diary.inside(False, 5)
    diary.removed("conduct")
    assert diary.put_out == "conduct"
    diary.inside(True, 9)
    assert diary.put_out is None


def test_the_group_ran_from_start_to_end_less_breaks_and_holds() -> None:
    told = Chronicle()
    moments = [
        ("Started", 100), ("BreakStarted", 200), ("BreakEnded", 250), ("Held", 300),
        ("Resumed", 310), ("BreakStarted", 350), ("Ended", 400),
    ]  # fmt: skip
    for n, (kind, at) in enumerate(moments):
        told.note({"cursor": str(n), "at": 0, "event": {"type": kind}}, at)
        # The same event reaches another client later, and changes nothing.
        told.note({"cursor": str(n), "at": 0, "event": {"type": kind}}, at + 7)
    assert told.running() == [(100, 200), (250, 300), (310, 350)]


def test_the_quickest_telling_of_the_time_is_the_truest() -> None:
    told = Chronicle()
    for now, at in ((1000, 40), (2000, 1015), (3000, 2090)):
        told.set_clock(now, at)
    assert told.server_time(2015) == 3000
