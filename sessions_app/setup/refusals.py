"""What the set-up answers when a rule stands against it."""

# The stable codes, each with the sentence that says what to do next.
REFUSALS = {
    "alias_taken": "Somebody in this group goes by that name already. Choose another one.",
    "belongs_already": "This person already belongs here in another way. End that first.",
    "group_archived": "This group is archived. Restore it first.",
    "in_the_past": "This time has passed. Choose one that is still to come.",
    "invitation_open": "This invitation has not been accepted yet. Wait until it is.",
    "no_staff_role": "Only staff of the clinic can hold a group. Give this person the role first.",
    "not_a_participant": "Only participants can be enrolled. Give this person the role first.",
    "not_of_the_clinic": "This person has no role at the clinic any more. Give one first.",
    "plan_fixed": "The door has opened, or the session was called off. Plan another one.",
    "sessions_ahead": "Sessions of this group are planned or open. Cancel or hold them first.",
}


class SetupRefused(Exception):
    """A rule stands against it: a stable `code`, and a sentence that says what to do next."""

    def __init__(self, code: str) -> None:
        super().__init__(REFUSALS[code])
        self.code = code
        self.message = REFUSALS[code]
