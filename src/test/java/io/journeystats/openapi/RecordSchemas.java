package io.journeystats.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CaseFormat;
import io.journeystats.journey.Channel;
import io.journeystats.metric.OfMetrics;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of records and their properties. A record with metrics that differ from channel to
 * channel has one schema per channel, and one that selects among them.
 */
final class RecordSchemas {
  private final TypeSchemas schemas;
  private final DocumentationGaps gaps;

  RecordSchemas(TypeSchemas schemas, DocumentationGaps gaps) {
    this.schemas = schemas;
    this.gaps = gaps;
  }

  /** A reference to the schema of a record. */
  ObjectNode ref(JavaType type, Direction direction, Optional<Channel> channel) {
    String name = direction.nameOf(type.getRawClass());
    if (!dependsOnChannel(type)) {
      return schemas.ref(
          name, List.of(type, direction), () -> object(type, direction, Optional.empty()));
    }
    return channel
        .map(one -> ofChannel(type, direction, one, name))
        .orElseGet(
            () -> schemas.ref(name, List.of(type, direction), () -> ofAny(type, direction, name)));
  }

  private ObjectNode ofChannel(JavaType type, Direction direction, Channel channel, String name) {
    return schemas.ref(
        CaseFormat.LOWER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, channel.key()) + name,
        List.of(type, direction, channel),
        () -> object(type, direction, Optional.of(channel)));
  }

  private ObjectNode ofAny(JavaType type, Direction direction, String name) {
    Map<String, ObjectNode> variants = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      variants.put(channel.key(), ofChannel(type, direction, channel, name));
    }
    return JsonSchemas.oneOf("channel", variants);
  }

  private ObjectNode object(JavaType type, Direction direction, Optional<Channel> channel) {
    ObjectNode object = JsonSchemas.type("object");
    Schema annotation = type.getRawClass().getAnnotation(Schema.class);
    if (annotation != null) {
      SchemaAnnotations.apply(annotation, object);
    }
    ObjectNode properties = object.putObject("properties");
    List<String> required = new ArrayList<>();
    for (BeanPropertyDefinition property : propertiesOf(type)) {
      AnnotatedMember member = property.getAccessor();
      properties.set(property.getName(), property(property.getName(), member, direction, channel));
      if (direction.requires(member)) {
        required.add(property.getName());
      }
    }
    metricsOf(type)
        .ifPresent(metrics -> {
          var numbers = MetricSchemas.properties(metrics, channel);
          properties.setAll(numbers);
          required.addAll(numbers.keySet());
        });
    if (!required.isEmpty()) {
      object.set("required", JsonSchemas.strings(required));
    }
    if (direction == Direction.REQUEST) {
      object.put("additionalProperties", false);
    }
    return object;
  }

  private List<BeanPropertyDefinition> propertiesOf(JavaType type) {
    return schemas.introspect(type).findProperties().stream()
        .filter(property -> property.getAccessor() != null)
        .filter(property -> !property.getAccessor().hasAnnotation(JsonAnyGetter.class))
        .toList();
  }

  /** The metrics that the record writes next to its own properties. */
  private Optional<OfMetrics> metricsOf(JavaType type) {
    AnnotatedMember any = schemas.introspect(type).findAnyGetter();
    if (any == null) {
      return Optional.empty();
    }
    Optional<OfMetrics> metrics = Optional.ofNullable(any.getAnnotation(OfMetrics.class));
    if (metrics.isEmpty() && !any.hasAnnotation(Hidden.class)) {
      gaps.add(any.getFullName(), "say with @OfMetrics which metrics it holds");
    }
    return metrics;
  }

  private boolean dependsOnChannel(JavaType type) {
    return metricsOf(type).filter(metrics -> metrics.value().isByChannel()).isPresent()
        || propertiesOf(type).stream()
            .map(property -> property.getAccessor().getAnnotation(OfMetrics.class))
            .anyMatch(metrics -> metrics != null && metrics.value().isByChannel())
        || listsRowsOfChannel(type);
  }

  /** Tells whether it names one channel, and lists rows whose metrics depend on it. */
  private boolean listsRowsOfChannel(JavaType type) {
    return propertiesOf(type).stream()
            .anyMatch(property -> property.getAccessor().getType().hasRawClass(Channel.class))
        && propertiesOf(type).stream()
            .map(property -> property.getAccessor().getType().getContentType())
            .filter(Objects::nonNull)
            .flatMap(row -> metricsOf(row).stream())
            .anyMatch(metrics -> metrics.value().isByChannel());
  }

  private ObjectNode property(
      String name, AnnotatedMember member, Direction direction, Optional<Channel> channel) {
    OfMetrics metrics = member.getAnnotation(OfMetrics.class);
    if (metrics != null) {
      return metrics(metrics, name, member, channel);
    }
    ObjectNode schema = plain(member, direction, channel);
    return isNullable(member) && direction.allowsNull(member)
        ? JsonSchemas.nullable(schema)
        : schema;
  }

  private ObjectNode metrics(
      OfMetrics metrics, String name, AnnotatedMember member, Optional<Channel> channel) {
    return member.getType().isMapLikeType()
        ? MetricSchemas.map(metrics, channel)
        : MetricSchemas.number(metrics, name, channel)
            .orElseGet(() -> {
              gaps.add(member.getFullName(), metrics.value() + " has no such metric: name its key");
              return JsonSchemas.empty();
            });
  }

  private ObjectNode plain(AnnotatedMember member, Direction direction, Optional<Channel> channel) {
    Schema annotation = member.getAnnotation(Schema.class);
    ArraySchema array = member.getAnnotation(ArraySchema.class);
    JavaType type = member.getType();
    if (channel.isPresent() && type.hasRawClass(Channel.class)) {
      return JsonSchemas.type("string").put("const", channel.get().key());
    }
    ObjectNode schema = typeOf(annotation, type, direction, channel);
    if (annotation != null) {
      SchemaAnnotations.apply(annotation, schema);
    }
    if (array != null) {
      schema.put("maxItems", array.maxItems());
    }
    return schema;
  }

  private ObjectNode typeOf(
      @Nullable Schema annotation, JavaType type, Direction direction, Optional<Channel> channel) {
    if (annotation != null && annotation.types().length > 0) {
      return JsonSchemas.empty().set("type", JsonSchemas.strings(List.of(annotation.types())));
    }
    if (annotation != null && annotation.implementation() != Void.class) {
      return schemas.of(annotation.implementation(), direction);
    }
    // Of an Optional, its content: isNullable knows that it may be empty.
    JavaType content = type.isReferenceType() ? type.getContentType() : type;
    return schemas.of(content, direction, channel);
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
