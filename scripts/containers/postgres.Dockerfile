# A Postgres for the compose file where `postgres:18` cannot be pulled: Debian's own, with the variables of the official image.
#   docker build -t plumbline-postgres --build-arg BASE_IMAGE=plumbline-base -f scripts/containers/postgres.Dockerfile scripts/containers
ARG BASE_IMAGE=debian:trixie-slim
FROM ${BASE_IMAGE}
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-17 \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir -p /var/lib/postgresql/data \
    && chown -R postgres:postgres /var/lib/postgresql
ENV PATH=/usr/lib/postgresql/17/bin:$PATH PGDATA=/var/lib/postgresql/data/17
COPY postgres-entrypoint.sh /usr/local/bin/postgres-entrypoint
USER postgres
VOLUME /var/lib/postgresql
EXPOSE 5432
STOPSIGNAL SIGINT
ENTRYPOINT ["sh", "/usr/local/bin/postgres-entrypoint"]
CMD ["postgres", "-c", "listen_addresses=*"]
