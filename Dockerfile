# One image for every service: what differs is the command. It holds all that
# they need, so that a container asks the network for no package.
FROM denoland/deno:2.9.6 AS build
WORKDIR /app
# Apart from the code, so that a change of it installs nothing again.
COPY deno.json deno.lock ./
RUN deno install --frozen
COPY . .
RUN deno task page

FROM denoland/deno:2.9.6
# The permissions in deno.json are relative to this folder. Everything in it is
# root's, and the services write to data only.
WORKDIR /app
COPY --from=build /app .
# Translated once, here, and not at each start.
RUN deno install --frozen --cached-only --entrypoint \
      producer/main.ts producer/elements/main.ts projector/main.ts \
      projector/writing/writer_worker.ts projector/writing/checkpoint_worker.ts \
      projector/replay/main.ts projector/verify/main.ts \
      projector/dead_letters/main.ts web/export/main.ts web/main.ts \
  && install -d -o deno -g deno data
USER deno
# A container's own loopback address is reached by nobody else.
ENV HOST=0.0.0.0
