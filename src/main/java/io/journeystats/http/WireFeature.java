package io.journeystats.http;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** All that every resource shares on the wire, to be registered with Jersey once. */
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
