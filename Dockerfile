# Three images: `vgroup`, for everything that runs vgroup (`serve`, `clock`, `prepare`, `verify` …);
# `media`, which is the same with Janus and coturn; and `proxy`, a Caddy that needs no rights.
# Debian 12 has the Janus and the coturn that the tests run with.

FROM node:22-slim AS page
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM python:3.12-slim-bookworm AS packages
RUN python -m venv /opt/vgroup
COPY requirements.lock ./
RUN /opt/vgroup/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock

FROM python:3.12-slim-bookworm AS vgroup
ENV PATH=/opt/vgroup/bin:$PATH PYTHONPATH=/srv/vgroup \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    VGROUP_HOME=/home/vgroup VGROUP_KEYS=/keys
# Mount both: the keys must be backed up; mails are kept in the home where no server is named.
RUN useradd --system --uid 10001 --user-group vgroup \
    && install -d -o vgroup -g vgroup -m 700 /home/vgroup /keys
COPY --from=packages /opt/vgroup /opt/vgroup
COPY --chmod=755 .docker/vgroup /usr/local/bin/vgroup
WORKDIR /srv/vgroup
COPY LICENSE ./
COPY vgroup/ vgroup/
COPY accounts/ accounts/
COPY sessions_app/ sessions_app/
COPY --from=page /build/dist frontend/dist/
USER vgroup
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=4s --start-period=90s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen as u; u('http://127.0.0.1:8000/healthz', timeout=3)"]
ENTRYPOINT ["vgroup"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]

FROM vgroup AS media
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends janus coturn \
    && rm -rf /var/lib/apt/lists/*
USER vgroup
# It serves nothing to ask over HTTP: docker-compose.yml asks whether they listen.
HEALTHCHECK NONE
CMD ["media"]

FROM caddy:2 AS proxy
# Ports below 1024 are opened to everybody in its container; so the program needs no capability.
RUN setcap -r /usr/bin/caddy && chown -R 10001:10001 /data /config
USER 10001:10001
