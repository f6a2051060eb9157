package io.journeystats.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The parameters that a resource method declares, directly or through {@code @BeanParam}. */
public final class DeclaredParameters {
  private final List<Declared> found = new ArrayList<>();

  private DeclaredParameters() {}

  /** Returns the parameters of a method. */
  public static List<Declared> of(Method method) {
    DeclaredParameters parameters = new DeclaredParameters();
    parameters.addParameters(method);
    return List.copyOf(parameters.found);
  }

  private void addParameters(Executable executable) {
    for (Parameter parameter : executable.getParameters()) {
      add(parameter, parameter.getType());
    }
  }

  private void add(AnnotatedElement element, Class<?> type) {
    QueryParam query = element.getAnnotation(QueryParam.class);
    if (query != null) {
      found.add(new Declared(Place.QUERY, query.value(), element));
    }
    PathParam path = element.getAnnotation(PathParam.class);
    if (path != null) {
      found.add(new Declared(Place.PATH, path.value(), element));
    }
    HeaderParam header = element.getAnnotation(HeaderParam.class);
    if (header != null) {
      found.add(new Declared(Place.HEADER, header.value(), element));
    }
    if (element.isAnnotationPresent(BeanParam.class)) {
      addBean(type);
    }
  }

  private void addBean(Class<?> bean) {
    for (Constructor<?> constructor : bean.getDeclaredConstructors()) {
      addParameters(constructor);
    }
    for (Field field : bean.getDeclaredFields()) {
      add(field, field.getType());
    }
    for (Method setter : bean.getDeclaredMethods()) {
      if (setter.getParameterCount() == 1) {
        add(setter, setter.getParameterTypes()[0]);
      }
    }
  }

  /** The part of a request that holds a parameter. */
  public enum Place {
    PATH,
    QUERY,
    HEADER
  }

  /**
   * A declared parameter.
   *
   * @param place the part of the request that holds it
   * @param name its name in the request
   * @param element the annotated element that declares it
   */
  public record Declared(Place place, String name, AnnotatedElement element) {}
}
