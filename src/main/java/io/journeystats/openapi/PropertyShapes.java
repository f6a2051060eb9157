package io.journeystats.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.journey.Channel;
import io.journeystats.metric.OfMetrics;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schemas of records' properties: their type, and what is said about them in the code. */
final class PropertyShapes {
  private final Schemas schemas;
  private final Omissions omissions;

  PropertyShapes(Schemas schemas, Omissions omissions) {
    this.schemas = schemas;
    this.omissions = omissions;
  }

  /** The schema of a property. */
  ObjectNode of(String name, AnnotatedMember member, Use use, Optional<Channel> channel) {
    OfMetrics metrics = member.getAnnotation(OfMetrics.class);
    if (metrics != null) {
      return numbers(metrics, name, member, channel);
    }
    ObjectNode schema = plain(member, use, channel);
    return isNullable(member) && use.allowsNull(member) ? Shapes.orNull(schema) : schema;
  }

  private ObjectNode numbers(
      OfMetrics metrics, String name, AnnotatedMember member, Optional<Channel> channel) {
    return member.getType().isMapLikeType()
        ? MetricShapes.map(metrics, channel)
        : MetricShapes.number(metrics, name, channel)
            .orElseGet(() -> {
              omissions.add(
                  member.getFullName(), metrics.value() + " has no such metric: name its key");
              return Shapes.empty();
            });
  }

  private ObjectNode plain(AnnotatedMember member, Use use, Optional<Channel> channel) {
    Schema words = member.getAnnotation(Schema.class);
    ArraySchema list = member.getAnnotation(ArraySchema.class);
    JavaType type = member.getType();
    if (channel.isPresent() && type.hasRawClass(Channel.class)) {
      return Shapes.type("string").put("const", channel.get().key());
    }
    ObjectNode schema = base(words, type, use, channel);
    if (words != null) {
      Wording.add(words, schema);
    }
    if (list != null) {
      schema.put("maxItems", list.maxItems());
    }
    return schema;
  }

  private ObjectNode base(
      @Nullable Schema words, JavaType type, Use use, Optional<Channel> channel) {
    if (words != null && words.types().length > 0) {
      ObjectNode schema = Shapes.empty();
      for (String one : words.types()) {
        schema.withArray("type").add(one);
      }
      return schema;
    }
    if (words != null && words.implementation() != Void.class) {
      return schemas.of(words.implementation(), use);
    }
    return schemas.of(unwrapped(type), use, channel);
  }

  /** What an {@code Optional} holds: that it may hold nothing is told by {@link #isNullable}. */
  private static JavaType unwrapped(JavaType type) {
    return type.isReferenceType() ? type.getContentType() : type;
  }

  private static boolean isNullable(AnnotatedMember member) {
    return member.getType().isReferenceType()
        || typeOf(member.getMember()).isAnnotationPresent(Nullable.class);
  }

  private static AnnotatedType typeOf(Member member) {
    return switch (member) {
      case Method method -> method.getAnnotatedReturnType();
      case Field field -> field.getAnnotatedType();
      default -> throw new IllegalArgumentException("neither a method nor a field: " + member);
    };
  }
}
