package io.journeystats.app;

import org.jspecify.annotations.Nullable;

/**
 * The section {@code proxy} of the configuration, as written.
 *
 * @param trusted the networks of proxies that are believed when they name a client, separated by
 *     commas
 */
record ProxySettings(@Nullable String trusted) {}
