"""The Django project: settings, the ASGI door and the `vgroup` command. No rule of a room."""
