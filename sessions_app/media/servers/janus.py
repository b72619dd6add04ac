"""Janus: video rooms and its websocket, and nothing else of it.

What is not in the folders it loads from does not exist for it: no recorder, no forwarding of
streams to elsewhere, no HTTP, no administration, no reports of events.
"""

import secrets
from pathlib import Path
from typing import Final

from sessions_app.media.servers import program
from sessions_app.media.servers.plan import RTP_PORTS, Plan, Unfit
from sessions_app.media.servers.program import Program

LIBRARIES: Final = ("/usr/lib/*/janus", "/usr/lib/janus", "/usr/local/lib/janus")
PLUGIN, TRANSPORT = "plugins/libjanus_videoroom.so", "transports/libjanus_websockets.so"
WARNINGS: Final = 3  # of its levels of what it tells; the next one names addresses


def prepared(plan: Plan) -> Program:
    """Write what Janus needs; returns how to start it."""
    folder = plan.folder / "janus"
    plugins = program.only(folder / "plugins", _library(PLUGIN))
    transports = program.only(folder / "transports", _library(TRANSPORT))
    nothing = program.only(folder / "nothing")
    program.write(folder, files(plan, plugins, transports, nothing))
    command = program.confined(program.found("janus", "janus"), "-F", str(folder))
    return Program("Janus", command, nothing, (plan.janus_host, plan.janus_port))


def files(plan: Plan, plugins: Path, transports: Path, nothing: Path) -> dict[str, str]:
    """Its configuration, by file name.

    The timeouts are how long it lets pass what it was told last where nobody reaches it any more.
    """
    return {
        "janus.jcfg": f"""\
general: {{
    configs_folder = "{plugins.parent}"
    plugins_folder = "{plugins}"
    transports_folder = "{transports}"
    events_folder = "{nothing}"
    loggers_folder = "{nothing}"
    api_secret = "{plan.janus_secret}"
    admin_secret = "{secrets.token_urlsafe(32)}"
    session_timeout = 15
    hide_dependencies = true
    debug_level = {WARNINGS}
    debug_colors = false
}}
certificates: {{}}
media: {{
    rtp_port_range = "{RTP_PORTS.start}-{RTP_PORTS.stop - 1}"
}}
nat: {{
    ice_enforce_list = "{plan.address}"
    ice_lite = false
    ignore_mdns = true
}}
""",
        "janus.transport.websockets.jcfg": f"""\
general: {{
    json = "compact"
    ws = true
    ws_port = {plan.janus_port}
    ws_ip = "{plan.janus_host}"
    wss = false
    pingpong_trigger = 5
    pingpong_timeout = 5
}}
admin: {{
    admin_ws = false
    admin_wss = false
}}
""",
        "janus.plugin.videoroom.jcfg": f"""\
general: {{
    admin_key = "{plan.janus_secret}"
    string_ids = true
    lock_rtp_forward = true
    events = false
}}
""",
    }


def _library(name: str) -> Path:
    for pattern in LIBRARIES:
        root, _, rest = pattern.partition("*")
        folders = Path(root).glob(f"*{rest}") if rest else (Path(root),)
        for folder in folders:
            if (folder / name).exists():
                return folder / name
    raise Unfit(f"{Path(name).name} is not installed: on Debian, apt install janus")
