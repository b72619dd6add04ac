"""Virtual people who live through a session, and hold the server's attendance against it.

It knows the server by its doors only: HTTP and the websocket, as any other client does.
"""
