package io.journeystats.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Suppliers;
import io.journeystats.http.KnownPaths;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  private final List<String> otherPaths;
  private final AtomicReference<Supplier<byte[]>> document =
      new AtomicReference<>(() -> describe(List.of()));
  private final AtomicReference<KnownPaths> paths = new AtomicReference<>(KnownPaths.NONE);

  /**
   * A description.
   *
   * @param version the version of the service
   * @param otherPaths the paths that something else than Jersey serves
   */
  public ApiDescription(String version, List<String> otherPaths) {
    this.version = version;
    this.otherPaths = List.copyOf(otherPaths);
  }

  /** The document as it is sent. */
  byte[] json() {
    return document.get().get().clone();
  }

  /** The paths that are served, by the API and otherwise; none before Jersey has started. */
  public KnownPaths paths() {
    return paths.get();
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
      List<Resource> served = event.getResourceModel().getRootResources();
      paths.set(
          new KnownPaths(
              Stream.concat(Routes.of(served).stream().map(Route::path), otherPaths.stream())
                  .toList()));
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
