package io.journeystats.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * The API's description, made from the routes that Jersey serves when somebody first asks for it;
 * to be registered with Jersey, which tells what they are.
 */
public final class ApiDescription implements ApplicationEventListener {
  private final String version;
  private final AtomicReference<Supplier<byte[]>> document =
      new AtomicReference<>(() -> describe(List.of()));

  /** A description of that version of the service. */
  public ApiDescription(String version) {
    this.version = version;
  }

  /** The document as it is sent. */
  byte[] json() {
    return document.get().get().clone();
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
      List<Resource> served = event.getResourceModel().getRootResources();
      document.set(Suppliers.memoize(() -> describe(served)));
    }
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent request) {
    return null;
  }

  private byte[] describe(List<Resource> served) {
    try {
      return new ObjectMapper().writeValueAsBytes(OpenApiDocument.of(served, version).json());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a document that cannot be written", impossible);
    }
  }
}
