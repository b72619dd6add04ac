"""Opens clinics and rotates their keys."""

from collections.abc import Sequence

from accounts.keys import keyring
from accounts.models import Clinic


def open_clinic(
    name: str,
    zone: str,
    crisis_contacts: Sequence[dict[str, str]],
    licensed_states: Sequence[str] = (),
) -> Clinic:
    """A new clinic with keys of its own; raises Django's ValidationError."""
    clinic = Clinic(
        name=name,
        zone=zone,
        crisis_contacts=list(crisis_contacts),
        licensed_states=list(licensed_states),
    )
    return found(clinic)


def found(clinic: Clinic) -> Clinic:
    """Give a drafted clinic its keys and save it; raises Django's ValidationError."""
    clinic.full_clean(exclude=["signing_key_id", "kek_id"])
    clinic.signing_key_id, clinic.kek_id = keyring().generate_clinic_keys()
    clinic.save(force_insert=True)
    return clinic


def rotate_keys(clinic: Clinic, *, signing: bool = True, wrapping: bool = True) -> Clinic:
    """New keys from now on; what names the old ones stays readable and verifiable."""
    if signing:
        clinic.signing_key_id = keyring().new_signing_key()
    if wrapping:
        clinic.kek_id = keyring().new_wrapping_key()
    clinic.save(update_fields=["signing_key_id", "kek_id"])
    return clinic
