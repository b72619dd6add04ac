"""The set-up's own commands: `serve`, `clock`, `prepare`, `rotate`."""
