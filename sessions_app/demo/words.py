"""What the demo clinic's papers say: crisis contacts and agreements, in our own words."""

CRISIS = (
    {"name": "988 Lifeline", "phone": "988", "note": "Call or text at any time, free."},
    {"name": "Emergency services", "phone": "911", "note": "If somebody is in danger now."},
    {"name": "Harbor Clinic on call", "phone": "602-555-0142", "note": "Made up, for the demo."},
)

GROUP_AGREEMENT = """\
This group works because each of us keeps it safe.

What I hear here stays here. I speak about myself, and use the names people chose for the group.
I come on time, in a room where nobody else can see or hear, with headphones on. I come sober; if
I am not, I say so at the door, and a facilitator decides with me what helps now. I do not join
while driving.

I may pass whenever I like: passing is taking part. I do not record, photograph or write down what
others say. If I must leave the screen, I use "step away".

If I am not safe, I ask for help in the room, at any moment, and only the facilitators see it.
"""

TELEHEALTH_CONSENT = """\
I agree to take part in group treatment by video.

I know that it can break off, and that my clinic then calls me back at the number I give at the
door. I say each time where I am, so that help can reach me. My clinic is licensed in certain
states; if I am somewhere else, I tell it before the group.

Nothing is recorded. That I was there, for how long, and how I took part is recorded, because my
treatment depends on it. I can see that record and ask for a correction. I can take this consent
back at any time; the clinic then looks with me for another way.
"""

CONFIDENTIALITY = """\
I am a guest of this group, for one session and one purpose, which the group was told.

I keep to myself who took part and what was said. I do not record anything. I leave when a
facilitator asks me to.
"""

# kind, audience, title, text
AGREEMENTS = (
    ("group_agreement", "participants", "How we keep this group safe", GROUP_AGREEMENT),
    ("telehealth_consent", "participants", "Treatment by video", TELEHEALTH_CONSENT),
    ("confidentiality", "guests", "What a guest promises", CONFIDENTIALITY),
)
