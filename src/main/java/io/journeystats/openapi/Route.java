package io.journeystats.openapi;

import io.dropwizard.auth.Auth;
import io.journeystats.http.DeclaredParameters;
import io.journeystats.http.DeclaredParameters.Declared;
import io.journeystats.http.DeclaredParameters.Place;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be asked of the API, and the code that answers.
 *
 * @param method the HTTP method
 * @param path its path, beginning with a slash
 * @param handlers the methods that answer, one for each kind of body
 * @param consumed the media types of bodies; empty where none is read
 * @param produced the media types of answers
 */
record Route(
    String method, String path, List<Method> handlers, Set<String> consumed, Set<String> produced) {

  /** Closes the collections. */
  Route {
    handlers = List.copyOf(handlers);
    // In their order.
    consumed = Collections.unmodifiableSet(consumed);
    produced = Collections.unmodifiableSet(produced);
  }

  /** What it is for; empty where the code does not say. */
  Optional<Operation> operation() {
    return Optional.ofNullable(described().getAnnotation(Operation.class));
  }

  /** The handler that describes itself, or else the first. */
  Method described() {
    return handlers.stream()
        .filter(handler -> handler.isAnnotationPresent(Operation.class))
        .findFirst()
        .orElseGet(handlers::getFirst);
  }

  /** The parameters, each once; a bean may know of parts of paths that this one has not. */
  List<Declared> parameters() {
    return DeclaredParameters.of(described()).stream()
        .filter(declared ->
            declared.place() != Place.PATH || path.contains("{" + declared.name() + "}"))
        .toList();
  }

  /** Tells whether it reads a parameter. */
  boolean reads(Place place, String name) {
    return parameters().stream()
        .anyMatch(declared -> declared.place() == place && declared.name().equals(name));
  }

  /** What reads the body; empty where nothing does. */
  Optional<Parameter> body() {
    return Arrays.stream(described().getParameters())
        .filter(parameter ->
            Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(Route::isNoBody))
        .findFirst();
  }

  private static boolean isNoBody(Class<? extends Annotation> annotation) {
    return annotation == Auth.class || annotation.getName().startsWith("jakarta.ws.rs.");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
