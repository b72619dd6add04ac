"""The SFU: Janus and its VideoRoom, spoken to over one websocket of this process."""
