"""The set-up's own commands: `serve`."""
