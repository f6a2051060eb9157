package io.journeystats.openapi;

import io.dropwizard.auth.Auth;
import io.journeystats.http.DeclaredParameters;
import io.journeystats.http.DeclaredParameters.Declared;
import io.journeystats.http.DeclaredParameters.Place;
import io.journeystats.http.ServedPaths;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.Role;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * A method and path of the API, with the code that handles them.
 *
 * @param method the HTTP method
 * @param path the path, beginning with a slash
 * @param handlers Jersey's model of the handlers: one per media type of the body
 */
record Route(String method, String path, List<ResourceMethod> handlers) {
  private static final Comparator<String> BY_METHOD =
      Comparator.<String>comparingInt(List.of("GET", "POST", "PUT", "PATCH", "DELETE")::indexOf)
          .thenComparing(Comparator.naturalOrder());

  /** Copies the list. */
  Route {
    handlers = List.copyOf(handlers);
  }

  /** The routes of resources, without hidden ones, sorted by path. */
  static List<Route> of(Collection<Resource> resources) {
    Map<String, Map<String, List<ResourceMethod>>> byPath =
        resources.stream()
            .flatMap(ServedPaths::withChildren)
            .flatMap(resource -> resource.getResourceMethods().stream())
            .filter(Route::isOurs)
            .collect(
                Collectors.groupingBy(
                    handler -> ServedPaths.pathOf(handler.getParent()),
                    TreeMap::new,
                    Collectors.groupingBy(
                        ResourceMethod::getHttpMethod,
                        () -> new TreeMap<>(BY_METHOD),
                        Collectors.toList())));
    return byPath.entrySet().stream()
        .flatMap(path ->
            path.getValue().entrySet().stream()
                .map(method -> new Route(method.getKey(), path.getKey(), method.getValue())))
        .toList();
  }

  /** Tells whether it is not one that Jersey adds, such as that of OPTIONS. */
  private static boolean isOurs(ResourceMethod method) {
    return !method.isExtended()
        && !method.getInvocable().isInflector()
        && !method.getInvocable().getHandler().getHandlerClass().isAnnotationPresent(Hidden.class);
  }

  /** The handler with an {@code @Operation}, or else the first. */
  Method handler() {
    List<Method> methods =
        handlers.stream().map(handler -> handler.getInvocable().getHandlingMethod()).toList();
    return methods.stream()
        .filter(method -> method.isAnnotationPresent(Operation.class))
        .findFirst()
        .orElseGet(methods::getFirst);
  }

  /** What the code says about it, if anything. */
  Optional<Operation> operation() {
    return Optional.ofNullable(handler().getAnnotation(Operation.class));
  }

  /** An annotation of the handler's class, if it is there. */
  <A extends Annotation> Optional<A> classAnnotation(Class<A> type) {
    return Optional.ofNullable(handler().getDeclaringClass().getAnnotation(type));
  }

  /** The media types of request bodies; empty where there is none. */
  SequencedSet<String> consumed() {
    return mediaTypes(ResourceMethod::getConsumedTypes);
  }

  /** The media types of responses. */
  SequencedSet<String> produced() {
    return mediaTypes(ResourceMethod::getProducedTypes);
  }

  /** The parameters; of a bean that several paths share, those of this path. */
  List<Declared> parameters() {
    return DeclaredParameters.of(handler()).stream()
        .filter(declared ->
            declared.place() != Place.PATH || path.contains("{" + declared.name() + "}"))
        .toList();
  }

  /** Tells whether the handler reads a header. */
  boolean readsHeader(String name) {
    return parameters().stream()
        .anyMatch(declared -> declared.place() == Place.HEADER && declared.name().equals(name));
  }

  /** The parameter of the handler that takes the request body. */
  Optional<Parameter> body() {
    return Arrays.stream(handler().getParameters())
        .filter(parameter ->
            Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(
                    type -> type == Auth.class || type.getName().startsWith("jakarta.ws.rs.")))
        .findFirst();
  }

  /** Tells whether the handler reads the request body as a stream. */
  boolean readsStream() {
    return body().filter(body -> body.getType() == InputStream.class).isPresent();
  }

  /** Tells whether it returns statistics, which can be asked for uncached. */
  boolean isStatistic() {
    return readsHeader(HttpHeaders.CACHE_CONTROL)
        && produced().contains(MediaType.APPLICATION_JSON);
  }

  /** Tells whether it reads the caller, although nothing says who may call it. */
  boolean lacksRoles() {
    return roles().isEmpty()
        && Arrays.stream(handler().getParameters())
            .anyMatch(parameter -> parameter.isAnnotationPresent(Auth.class));
  }

  /** The roles of keys that may call it; empty where no key is needed. */
  List<Role> roles() {
    return Optional.ofNullable(handler().getAnnotation(RolesAllowed.class))
        .or(() -> classAnnotation(RolesAllowed.class))
        .map(RolesAllowed::value)
        .stream()
        .flatMap(Arrays::stream)
        .map(Permission::valueOf)
        .flatMap(permission -> Arrays.stream(Role.values()).filter(role -> role.allows(permission)))
        .distinct()
        .sorted()
        .toList();
  }

  /** Tells whether it needs a key. */
  boolean needsKey() {
    return !roles().isEmpty();
  }

  /** Tells whether tenants may call it, not only the operator. */
  boolean isForTenants() {
    return roles().stream().anyMatch(role -> role != Role.OPERATOR);
  }

  private SequencedSet<String> mediaTypes(
      Function<ResourceMethod, Collection<MediaType>> declared) {
    return handlers.stream()
        .flatMap(handler -> declared.apply(handler).stream())
        .map(type -> type.getType() + "/" + type.getSubtype())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
