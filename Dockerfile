FROM node:22-slim AS interface
WORKDIR /build
COPY src/main/ui/package.json src/main/ui/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY src/main/ui ./
RUN UI_OUT=/built npm run build

FROM maven:3.9.12-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY clickhouse/migrations clickhouse/migrations
COPY --from=interface /built target/classes/ui
# The image talks to a ClickHouse server: no embedded engine, and the tests ran before.
RUN mvn -B -ntp package -DskipTests -Dengine.skip=true -Dui.skip=true

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app journey-stats \
    && install -d -o journey-stats /app/data
WORKDIR /app
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/journey-stats-*.jar journey-stats.jar
COPY config.yml ./
USER journey-stats
ENV JOURNEY_STATS_HTTP_HOST=0.0.0.0 JOURNEY_STATS_CLICKHOUSE_MODE=server
EXPOSE 8080
# Port 8081 is the administrator's and stays inside.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["curl", "--silent", "--fail", "--output", "/dev/null", "http://127.0.0.1:8081/healthcheck"]
# Enough for the cache and for bodies of events; the rest of the memory is the operator's to give.
ENTRYPOINT ["java", "-Xmx512m", "--sun-misc-unsafe-memory-access=allow", "-jar", "journey-stats.jar"]
CMD ["server", "config.yml"]
