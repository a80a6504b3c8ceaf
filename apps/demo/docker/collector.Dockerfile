# The contrib image has no shell, no client for a health check, and no folder that its user may write to: these are added.
# Built by docker-compose.yml.
ARG COLLECTOR_TAG
ARG BUSYBOX_TAG
FROM busybox:${BUSYBOX_TAG} AS busybox
RUN mkdir /queues

FROM otel/opentelemetry-collector-contrib:${COLLECTOR_TAG}
COPY --from=busybox /bin/wget /bin/wget
COPY --from=busybox --chown=10001:10001 /queues /var/lib/otelcol/chatspan
