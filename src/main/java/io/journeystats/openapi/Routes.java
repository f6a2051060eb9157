package io.journeystats.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** The routes of Jersey's own model: what is not in it is not served either. */
final class Routes {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Map<Key, List<ResourceMethod>> found =
      new TreeMap<>(
          Comparator.comparing(Key::path)
              .thenComparingInt(key -> METHODS.indexOf(key.method()))
              .thenComparing(Key::method));

  private Routes() {}

  /** The routes below those resources, but for hidden ones, by path. */
  static List<Route> of(Collection<Resource> resources) {
    Routes routes = new Routes();
    resources.forEach(resource -> routes.walk(resource, ""));
    return routes.found.entrySet().stream()
        .map(entry -> route(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void walk(Resource resource, String parent) {
    String path = join(parent, resource.getPath());
    for (ResourceMethod method : resource.getResourceMethods()) {
      if (isOurs(method)) {
        found
            .computeIfAbsent(new Key(path, method.getHttpMethod()), _ -> new ArrayList<>())
            .add(method);
      }
    }
    resource.getChildResources().forEach(child -> walk(child, path));
  }

  /** Not what Jersey adds by itself, such as the answer to OPTIONS. */
  private static boolean isOurs(ResourceMethod method) {
    return !method.isExtended()
        && !method.getInvocable().isInflector()
        && !method.getInvocable().getHandler().getHandlerClass().isAnnotationPresent(Hidden.class);
  }

  private static Route route(Key key, List<ResourceMethod> methods) {
    Set<String> consumed = new TreeSet<>();
    Set<String> produced = new TreeSet<>();
    for (ResourceMethod method : methods) {
      method.getConsumedTypes().stream().map(Routes::text).forEach(consumed::add);
      method.getProducedTypes().stream().map(Routes::text).forEach(produced::add);
    }
    return new Route(
        key.method(),
        key.path(),
        methods.stream().map(method -> method.getInvocable().getHandlingMethod()).toList(),
        consumed,
        produced);
  }

  private static String text(MediaType type) {
    return type.getType() + "/" + type.getSubtype();
  }

  private static String join(String parent, String path) {
    String child = path.replaceAll("^/+|/+$", "");
    return child.isEmpty() ? parent : parent + "/" + child;
  }

  private record Key(String path, String method) {}
}
