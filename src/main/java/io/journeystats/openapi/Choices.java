package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Schemas of which one holds, and the property that tells which. */
final class Choices {
  private Choices() {}

  /**
   * A choice.
   *
   * @param variants references to schemas, by what the property says
   * @param property its name
   */
  static ObjectNode of(Map<String, ObjectNode> variants, String property) {
    ObjectNode choice = Shapes.oneOf(variants.values());
    ObjectNode discriminator = choice.putObject("discriminator").put("propertyName", property);
    ObjectNode mapping = discriminator.putObject("mapping");
    variants.forEach((value, ref) -> mapping.set(value, ref.path(Shapes.REF)));
    return choice;
  }
}
