"""What the accounts answer when they will not do something.

AccountError
├── NotFound       not there, or not yours: the answer is the same
├── NotPermitted   your role may not do this
├── Refused        a rule stands against it (codes in REFUSALS)
├── SecondFactorDue  staff must set up a second factor first
├── Invalid        what was sent makes no sense as it stands
└── SignInRefused  unknown, wrong, used or run out: the answer is the same
"""

# The stable codes of Refused, each with the sentence that says what to do next.
REFUSALS = {
    "account_exists": "You have an account already. Sign in, then open the invitation again.",
    "already_signed": "You have signed this version already.",
    "clinic_needed": "You belong to several clinics. Say which one with ?clinic=….",
    "keeps_own_details": "This person keeps their own details. Ask them to change them.",
    "no_code_for_staff": "Codes are for participants and guests. Staff sign in with a password.",
    "not_published": "This version is a draft. Publish it first.",
    "not_your_invitation": "This invitation is for somebody else. Sign out, then open it again.",
    "not_yourself": "You can not do this to your own account. Ask another administrator.",
    "published": "This version is published and can not change. Write a new version.",
    "signs_in_elsewhere": "This person signs in on their own. No codes are issued for them here.",
}


class AccountError(Exception):
    """A refusal with a stable `code` and a sentence that says what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NotFound(AccountError):
    """Not there, or not yours; nobody can tell which."""

    def __init__(self) -> None:
        super().__init__("not_found", "There is nothing here for you. Check the link and sign in.")


class NotPermitted(AccountError):
    """The role may not do this."""

    def __init__(self) -> None:
        super().__init__("not_permitted", "Your role at this clinic can not do that.")


class SecondFactorDue(AccountError):
    """Staff must set up a second factor before they do anything else."""

    def __init__(self) -> None:
        super().__init__(
            "second_factor_due",
            "Set up a second factor for your account first: this clinic asks it of its staff.",
        )


class Refused(AccountError):
    """A rule stands against it."""

    def __init__(self, code: str) -> None:
        super().__init__(code, REFUSALS[code])


class Invalid(AccountError):
    """What was sent makes no sense as it stands; the message names the field."""

    def __init__(self, message: str) -> None:
        super().__init__("invalid", message)


class SignInRefused(AccountError):
    """No account, wrong code, used code, late code: nobody can tell which."""

    def __init__(self) -> None:
        super().__init__(
            "sign_in_refused", "This did not work. Check both, or ask the clinic for a new code."
        )
