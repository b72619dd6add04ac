# One image for everything: `serve` (with or without the clock), `migrate`, `verify`.

FROM node:22-slim AS page
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM python:3.12-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/vgroup
COPY requirements.lock ./
RUN pip install --require-hashes --requirement requirements.lock
COPY pyproject.toml LICENSE README.md ./
COPY vgroup/ vgroup/
COPY accounts/ accounts/
COPY sessions_app/ sessions_app/
COPY --from=page /build/dist frontend/dist/
RUN pip install --no-deps --no-build-isolation --editable .
COPY --chmod=755 .docker/start /usr/local/bin/start
# The home holds the keys and, where no mail server is set, mails: mount it, and back it up.
RUN useradd --system --uid 10001 vgroup && install -d -o vgroup -m 700 /home/vgroup
ENV VGROUP_HOME=/home/vgroup
VOLUME /home/vgroup
USER vgroup
EXPOSE 8000
ENTRYPOINT ["start"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
