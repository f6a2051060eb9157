package io.journeystats.http;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** The Jersey feature with the filters and mappers that all resources share. */
public final class WireFeature implements Feature {
  @Override
  public boolean configure(FeatureContext context) {
    context
        .register(new ThrowableMapper())
        .register(new QueryParameterFilter.Feature())
        .register(new UnreadableTagFilter())
        .register(new JsonBodyInterceptor())
        .register(new ResponseHeadersFilter());
    return true;
  }
}
