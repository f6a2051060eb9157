package io.journeystats.openapi;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.event.Event;
import io.journeystats.http.Json;
import io.journeystats.journey.Channel;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/** The schemas of Java types, as Jackson reads and writes them. */
final class Schemas {
  private final ObjectMapper json = Json.mapper();
  private final Components components;
  private final Omissions omissions;
  private final RecordShapes records;
  private final EventShapes events;

  Schemas(Components components, Omissions omissions) {
    this.components = components;
    this.omissions = omissions;
    this.records = new RecordShapes(this, components, omissions);
    this.events = new EventShapes(components);
  }

  /** The schema of a type. */
  ObjectNode of(Type type, Use use) {
    return of(json.constructType(type), use, Optional.empty());
  }

  /**
   * The schema of a type.
   *
   * @param channel the channel that the answer is about, where that decides what is in it
   */
  ObjectNode of(JavaType type, Use use, Optional<Channel> channel) {
    if (type.isReferenceType()) {
      return Shapes.orNull(of(type.getContentType(), use, channel));
    }
    if (type.isCollectionLikeType()) {
      return Shapes.array(of(type.getContentType(), use, channel));
    }
    Class<?> raw = type.getRawClass();
    if (raw == Event.class) {
      return events.any();
    }
    if (raw.isEnum()) {
      return components.ref(Names.of(raw), raw, () -> constants(raw));
    }
    return SimpleTypes.of(raw).orElseGet(() -> described(type, use, channel));
  }

  /** How Jackson sees a type. */
  BeanDescription introspect(JavaType type) {
    return json.getSerializationConfig().introspect(type);
  }

  private ObjectNode described(JavaType type, Use use, Optional<Channel> channel) {
    AnnotatedMember value = introspect(type).findJsonValueAccessor();
    if (value != null) {
      return of(value.getType(), use, channel);
    }
    if (type.getRawClass().isRecord()) {
      return records.ref(type, use, channel);
    }
    omissions.add(type.toCanonical(), "has no schema: say @Schema(type = …) where it stands");
    return Shapes.empty();
  }

  private ObjectNode constants(Class<?> type) {
    return Shapes.type("string")
        .set(
            "enum",
            Shapes.texts(
                Arrays.stream(type.getEnumConstants())
                    .map(constant -> json.valueToTree(constant).asText())
                    .toList()));
  }
}
