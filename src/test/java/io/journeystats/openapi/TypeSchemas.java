package io.journeystats.openapi;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.event.Event;
import io.journeystats.http.Json;
import io.journeystats.journey.Channel;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The schemas of Java types, as Jackson reads and writes them. Records, enums and events get a name
 * in the components of the document, and are referred to by it.
 */
final class TypeSchemas {
  private static final Map<Class<?>, ObjectNode> SIMPLE_TYPES =
      Map.ofEntries(
          entry(String.class, JsonSchemas.type("string")),
          entry(ZoneId.class, JsonSchemas.type("string")),
          entry(UUID.class, JsonSchemas.string("uuid")),
          entry(Instant.class, JsonSchemas.string("date-time")),
          entry(LocalDate.class, JsonSchemas.string("date")),
          entry(int.class, JsonSchemas.type("integer")),
          entry(Integer.class, JsonSchemas.type("integer")),
          entry(long.class, JsonSchemas.type("integer")),
          entry(Long.class, JsonSchemas.type("integer")),
          entry(boolean.class, JsonSchemas.type("boolean")),
          entry(Boolean.class, JsonSchemas.type("boolean")),
          entry(BigDecimal.class, JsonSchemas.type("number")));

  private final ObjectMapper json = Json.mapper();
  private final Map<String, ObjectNode> components = new TreeMap<>();
  private final Map<String, Object> owners = new HashMap<>();
  private final DocumentationGaps gaps;
  private final RecordSchemas records;

  TypeSchemas(DocumentationGaps gaps) {
    this.gaps = gaps;
    this.records = new RecordSchemas(this, gaps);
  }

  /** The schema of a type. */
  ObjectNode of(Type type, Direction direction) {
    return of(json.constructType(type), direction, Optional.empty());
  }

  /**
   * The schema of a type.
   *
   * @param channel the channel of the response, where its content depends on it
   */
  ObjectNode of(JavaType type, Direction direction, Optional<Channel> channel) {
    if (type.isReferenceType()) {
      return JsonSchemas.nullable(of(type.getContentType(), direction, channel));
    }
    if (type.isCollectionLikeType()) {
      return JsonSchemas.array(of(type.getContentType(), direction, channel));
    }
    Class<?> raw = type.getRawClass();
    if (raw == Event.class) {
      return EventSchemas.ref(this);
    }
    if (raw.isEnum()) {
      return ref(SchemaAnnotations.nameOf(raw), raw, () -> constants(raw));
    }
    ObjectNode simple = SIMPLE_TYPES.get(raw);
    return simple == null ? composite(type, direction, channel) : simple.deepCopy();
  }

  /**
   * A reference to the schema with this name.
   *
   * @param owner what the schema describes; two owners must not share a name
   * @param schema creates the schema on the first use of the name
   */
  ObjectNode ref(String name, Object owner, Supplier<ObjectNode> schema) {
    Object known = owners.putIfAbsent(name, owner);
    if (known == null) {
      components.put(name, schema.get());
    } else if (!known.equals(owner)) {
      gaps.add(owner, "is named " + name + " as is " + known + ": say @Schema(name = …)");
    }
    return JsonSchemas.ref("schemas", name);
  }

  /** All schemas with a name, by name. */
  Map<String, ObjectNode> components() {
    return components;
  }

  /** What Jackson knows about a type. */
  BeanDescription introspect(JavaType type) {
    return json.getSerializationConfig().introspect(type);
  }

  private ObjectNode composite(JavaType type, Direction direction, Optional<Channel> channel) {
    AnnotatedMember value = introspect(type).findJsonValueAccessor();
    if (value != null) {
      return of(value.getType(), direction, channel);
    }
    if (type.getRawClass().isRecord()) {
      return records.ref(type, direction, channel);
    }
    gaps.add(type.toCanonical(), "has no schema: say @Schema(type = …) where it is used");
    return JsonSchemas.empty();
  }

  private ObjectNode constants(Class<?> type) {
    return JsonSchemas.type("string")
        .set(
            "enum",
            JsonSchemas.strings(
                Arrays.stream(type.getEnumConstants())
                    .map(constant -> json.valueToTree(constant).asText())
                    .toList()));
  }
}
