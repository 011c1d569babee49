# The hub in one image: web, worker and release are its scripts in bin/ (compose.yaml).
# What is done inside are bin/run-step and bin/build, which CI runs as well.
FROM python:3.11-slim-bookworm AS frontend
WORKDIR /hub
COPY requirements requirements
COPY bin bin
COPY frontend frontend
RUN bin/run-step frontend

FROM python:3.11-slim-bookworm AS build
WORKDIR /hub
# Packages change seldom: a layer of their own.
COPY requirements requirements
COPY bin bin
RUN bin/run-step environment runtime
COPY . .
COPY --from=frontend /hub/hub/static/hub/build hub/static/hub/build
RUN bin/build

FROM python:3.11-slim-bookworm
# For bin/backup and bin/restore.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/hub --create-home hub
WORKDIR /hub
COPY --from=build /hub /hub
ENV HUB_MODE=production HUB_STATIC_DIR=/hub/static HUB_VAR_DIR=/var/lib/hub \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER hub
EXPOSE 8000
CMD ["bin/web"]
