# The demo shop, its chat backend, the explorer and the schema migrations: one image, told apart by their commands.
# Built by docker-compose.yml from the root of the repository.
ARG NODE_TAG
FROM node:${NODE_TAG}
WORKDIR /app
COPY . .
# Without the embedded ClickHouse engine: half a gigabyte that nothing in a container needs.
RUN npx --yes pnpm@12 install --frozen-lockfile --filter "@chatspan/demo" \
      --filter-prod "@chatspan-tools/clickhouse-schema..." \
      --filter-prod "@chatspan/demo-shop..." --filter-prod "@chatspan/demo-chat-backend..." \
      --filter-prod "@chatspan/explorer..." \
    && mkdir -p apps/demo-shop/node_modules/.cache apps/explorer/node_modules/.cache \
    && chown -R node apps/demo-shop/node_modules/.cache apps/explorer/node_modules/.cache
USER node
