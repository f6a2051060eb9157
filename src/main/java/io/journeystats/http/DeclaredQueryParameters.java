package io.journeystats.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of the query parameters that a resource method reads, directly or through
 * {@code @BeanParam}.
 */
final class DeclaredQueryParameters {
  private final Set<String> names = new HashSet<>();

  private DeclaredQueryParameters() {}

  static Set<String> of(Method method) {
    DeclaredQueryParameters found = new DeclaredQueryParameters();
    found.addParameters(method);
    return Set.copyOf(found.names);
  }

  private void addParameters(Executable executable) {
    for (Parameter parameter : executable.getParameters()) {
      add(parameter, parameter.getType());
    }
  }

  private void add(AnnotatedElement element, Class<?> type) {
    QueryParam query = element.getAnnotation(QueryParam.class);
    if (query != null) {
      names.add(query.value());
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
}
