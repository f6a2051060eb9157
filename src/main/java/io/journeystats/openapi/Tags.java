package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of the API that routes belong to. */
final class Tags {
  private Tags() {}

  /** Those that the routes name, each once; one of the classes describes it. */
  static Collection<ObjectNode> of(List<Route> routes) {
    Map<String, ObjectNode> tags = new TreeMap<>();
    for (Route route : routes) {
      Tag tag = route.described().getDeclaringClass().getAnnotation(Tag.class);
      if (tag != null) {
        ObjectNode node =
            tags.computeIfAbsent(tag.name(), name -> Shapes.empty().put("name", name));
        if (!tag.description().isEmpty()) {
          node.put("description", tag.description());
        }
      }
    }
    return tags.values();
  }
}
