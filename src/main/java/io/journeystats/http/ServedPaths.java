package io.journeystats.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the resources that are registered with Jersey, and of what other handlers serve.
 * Jersey reports its resources when it starts, so this has to be registered with it.
 */
public final class ServedPaths implements ApplicationEventListener {
  private final List<String> otherPaths;
  private final AtomicReference<KnownPaths> paths = new AtomicReference<>(KnownPaths.NONE);

  /**
   * Creates a listener.
   *
   * @param otherPaths the paths that other handlers serve
   */
  public ServedPaths(List<String> otherPaths) {
    this.otherPaths = List.copyOf(otherPaths);
  }

  /** The paths that are served; none before Jersey has started. */
  public KnownPaths known() {
    return paths.get();
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
      Stream<String> resources =
          event.getResourceModel().getRootResources().stream()
              .flatMap(ServedPaths::withChildren)
              .map(ServedPaths::pathOf);
      paths.set(new KnownPaths(Stream.concat(resources, otherPaths.stream()).toList()));
    }
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent request) {
    return null;
  }

  /** A resource and all resources below it. */
  public static Stream<Resource> withChildren(Resource resource) {
    return Stream.concat(
        Stream.of(resource),
        resource.getChildResources().stream().flatMap(ServedPaths::withChildren));
  }

  /** The path of a resource with those of its parents, beginning with a slash. */
  public static String pathOf(Resource resource) {
    Resource parent = resource.getParent();
    String path = resource.getPath().replaceAll("^/+|/+$", "");
    return (parent == null ? "" : pathOf(parent)) + (path.isEmpty() ? "" : "/" + path);
  }
}
