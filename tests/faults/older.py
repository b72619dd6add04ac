"""The service as an older version of it: one that has not heard of reactions yet.

python -m tests.faults.older serve …
"""

from sessions_app.room import room

if __name__ == "__main__":
    # Before anything reads or writes events.
    del room.EVENTS["Reacted"]

    from vgroup.cli import main

    main()
