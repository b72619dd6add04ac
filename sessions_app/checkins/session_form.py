"""The check-in vgroup ships with: five questions in our own words, before and after the group."""

from sessions_app.checkins.form import AlertRule, Form, Item, Option

_UNSAFE = AlertRule(any_of=("no", "unsure"))

SESSION_CHECKIN = Form(
    id="session",
    version=1,
    title={"en": "Check-in", "es": "Antes y después del grupo"},
    items=(
        Item(
            id="mood",
            kind="scale",
            words={"en": "How is your mood right now?", "es": "¿Cómo está su ánimo ahora?"},
            moments=("before", "round", "after"),
            low=0,
            high=10,
            ends={"en": ("very low", "very good"), "es": ("muy bajo", "muy bueno")},
        ),
        Item(
            id="craving",
            kind="scale",
            words={
                "en": "How strong is your urge to use right now?",
                "es": "¿Qué tan fuerte es su deseo de consumir ahora?",
            },
            moments=("before", "round", "after"),
            low=0,
            high=10,
            ends={"en": ("none", "very strong"), "es": ("ninguno", "muy fuerte")},
            alert=AlertRule(at_least=7),
        ),
        Item(
            id="use",
            kind="choice",
            words={
                "en": "Have you used since the last group?",
                "es": "¿Ha consumido desde el último grupo?",
            },
            moments=("before",),
            options=(
                Option("no", {"en": "No", "es": "No"}),
                Option("yes", {"en": "Yes", "es": "Sí"}),
            ),
        ),
        Item(
            id="safe",
            kind="choice",
            words={
                "en": "Do you feel safe, from yourself and from others?",
                "es": "¿Se siente a salvo, de usted y de los demás?",
            },
            moments=("before", "round", "after"),
            options=(
                Option("yes", {"en": "Yes", "es": "Sí"}),
                Option("unsure", {"en": "I am not sure", "es": "No estoy seguro"}),
                Option("no", {"en": "No", "es": "No"}),
            ),
            alert=_UNSAFE,
        ),
        Item(
            id="goal",
            kind="text",
            words={
                "en": "What would make today's group worthwhile for you?",
                "es": "¿Qué haría que el grupo de hoy valiera la pena para usted?",
            },
            moments=("before",),
        ),
        Item(
            id="takeaway",
            kind="text",
            words={
                "en": "What do you take with you from today?",
                "es": "¿Qué se lleva usted de hoy?",
            },
            moments=("after",),
        ),
    ),
)

FORMS = {form.name: form for form in (SESSION_CHECKIN,)}
