FROM node:22-slim AS interface
WORKDIR /build
COPY src/main/ui/package.json src/main/ui/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY src/main/ui ./
RUN UI_OUT=/built npm run build

FROM maven:3.9.12-eclipse-temurin-25 AS build
WORKDIR /build
# The image talks to a ClickHouse server: no embedded engine, and the tests ran before.
ENV MVN="mvn -B -ntp -Dmaven.test.skip=true -Dengine.skip=true -Dui.skip=true"
# Libraries and plugins, which a changed source leaves as they are: a class is compiled and packed, and thrown away.
COPY pom.xml ./
RUN mkdir -p src/main/java \
    && echo 'final class Nothing {}' > src/main/java/Nothing.java \
    && $MVN package -Derror-prone.checks=-XepDisableAllChecks \
    && rm -rf src target
COPY src src
COPY clickhouse/migrations clickhouse/migrations
COPY --from=interface /built target/classes/ui
RUN $MVN package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app journey-stats \
    && install -d -o journey-stats /app/data
WORKDIR /app
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/journey-stats-*.jar journey-stats.jar
COPY config.yml ./
USER journey-stats
ENV JOURNEY_STATS_HTTP_HOST=0.0.0.0 JOURNEY_STATS_CLICKHOUSE_MODE=server
# Half of the container's memory is the heap; what else Java may be told belongs here, too.
ENV JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=50
EXPOSE 8080
# Port 8081 is the administrator's and stays inside. The image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${JOURNEY_STATS_ADMIN_PORT:-8081} && printf 'GET /healthcheck HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# The first is the base image's own, which trusts the certificates that USE_SYSTEM_CA_CERTS asks for.
ENTRYPOINT ["/__cacert_entrypoint.sh", "java", "--sun-misc-unsafe-memory-access=allow", "-jar", "journey-stats.jar"]
CMD ["server", "config.yml"]
