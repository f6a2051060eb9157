package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named schemas of the document, each described once. */
final class Components {
  private final Map<String, ObjectNode> schemas = new TreeMap<>();
  private final Map<String, Object> owners = new TreeMap<>();
  private final Omissions omissions;

  Components(Omissions omissions) {
    this.omissions = omissions;
  }

  /**
   * A reference to the schema of that name.
   *
   * @param name its name
   * @param owner what it describes; two may not share a name
   * @param schema makes the schema, where nobody did so far
   */
  ObjectNode ref(String name, Object owner, Supplier<ObjectNode> schema) {
    Object known = owners.putIfAbsent(name, owner);
    if (known == null) {
      schemas.put(name, schema.get());
    } else if (!known.equals(owner)) {
      omissions.add(
          owner.toString(), "is named " + name + " as is " + known + ": say @Schema(name = …)");
    }
    return Shapes.ref("schemas", name);
  }

  /** All of them, by name. */
  Map<String, ObjectNode> schemas() {
    return schemas;
  }
}
