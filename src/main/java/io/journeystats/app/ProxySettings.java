package io.journeystats.app;

import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code proxy}.
 *
 * @param trusted the networks of trusted proxies, separated by commas
 */
record ProxySettings(@Nullable String trusted) {}
