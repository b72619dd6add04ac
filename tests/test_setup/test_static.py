"""Static files from the packages, over a real server."""

import httpx

from tests.process import ServerProcess

PATH = "/static/admin/css/base.css"


def test_a_static_file_is_served_whole_in_part_or_not_again(server: ServerProcess) -> None:
    with httpx.Client(base_url=server.url) as client:
        whole = client.get(PATH)
        assert whole.status_code == 200
        assert whole.headers["Content-Type"].startswith("text/css")
        part = client.get(PATH, headers={"Range": "bytes=0-9"})
        assert (part.status_code, part.content) == (206, whole.content[:10])
        again = client.get(PATH, headers={"If-None-Match": whole.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(PATH).headers["Content-Length"] == str(len(whole.content))
        assert client.get(PATH + "x").status_code == 404
