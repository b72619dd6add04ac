"""The shapes that go in and out of the HTTP door of groups and sessions; no rules."""
