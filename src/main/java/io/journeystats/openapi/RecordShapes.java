package io.journeystats.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.journey.Channel;
import io.journeystats.metric.OfMetrics;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The schemas of records. One that holds a channel's own metrics is a choice of as many schemas as
 * there are channels.
 */
final class RecordShapes {
  private final Schemas schemas;
  private final Components components;
  private final Omissions omissions;
  private final PropertyShapes properties;

  RecordShapes(Schemas schemas, Components components, Omissions omissions) {
    this.schemas = schemas;
    this.components = components;
    this.omissions = omissions;
    this.properties = new PropertyShapes(schemas, omissions);
  }

  /** A reference to the schema of a record. */
  ObjectNode ref(JavaType type, Use use, Optional<Channel> channel) {
    String name = use.nameOf(Names.of(type.getRawClass()));
    if (!isByChannel(type)) {
      return components.ref(name, List.of(type, use), () -> object(type, use, Optional.empty()));
    }
    return channel
        .map(one -> variant(type, use, one, name))
        .orElseGet(() -> components.ref(name, List.of(type, use), () -> choice(type, use, name)));
  }

  private ObjectNode variant(JavaType type, Use use, Channel channel, String name) {
    return components.ref(
        Names.capitalized(channel.key()) + name,
        List.of(type, use, channel),
        () -> object(type, use, Optional.of(channel)));
  }

  private ObjectNode choice(JavaType type, Use use, String name) {
    Map<String, ObjectNode> variants = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      variants.put(channel.key(), variant(type, use, channel, name));
    }
    return Choices.of(variants, "channel");
  }

  private ObjectNode object(JavaType type, Use use, Optional<Channel> channel) {
    ObjectNode object = Shapes.type("object");
    Schema words = type.getRawClass().getAnnotation(Schema.class);
    if (words != null) {
      Wording.add(words, object);
    }
    ObjectNode members = object.putObject("properties");
    List<String> required = new ArrayList<>();
    for (BeanPropertyDefinition property : membersOf(type)) {
      AnnotatedMember member = property.getAccessor();
      members.set(property.getName(), properties.of(property.getName(), member, use, channel));
      if (use.requires(member)) {
        required.add(property.getName());
      }
    }
    figures(type)
        .ifPresent(metrics -> {
          var numbers = MetricShapes.properties(metrics, channel);
          members.setAll(numbers);
          required.addAll(numbers.keySet());
        });
    if (!required.isEmpty()) {
      object.set("required", Shapes.texts(required));
    }
    if (use == Use.REQUEST) {
      object.put("additionalProperties", false);
    }
    return object;
  }

  private List<BeanPropertyDefinition> membersOf(JavaType type) {
    return schemas.introspect(type).findProperties().stream()
        .filter(property -> property.getAccessor() != null)
        .filter(property -> !property.getAccessor().hasAnnotation(JsonAnyGetter.class))
        .toList();
  }

  /** The metrics whose numbers stand beside the record's own properties. */
  private Optional<OfMetrics> figures(JavaType type) {
    AnnotatedMember any = schemas.introspect(type).findAnyGetter();
    if (any == null) {
      return Optional.empty();
    }
    Optional<OfMetrics> metrics = Optional.ofNullable(any.getAnnotation(OfMetrics.class));
    if (metrics.isEmpty() && !any.hasAnnotation(Hidden.class)) {
      omissions.add(any.getFullName(), "say with @OfMetrics which numbers it holds");
    }
    return metrics;
  }

  private boolean isByChannel(JavaType type) {
    return figures(type).filter(metrics -> metrics.value().isByChannel()).isPresent()
        || membersOf(type).stream()
            .map(property -> property.getAccessor().getAnnotation(OfMetrics.class))
            .anyMatch(metrics -> metrics != null && metrics.value().isByChannel())
        || listsRowsOfChannel(type);
  }

  /** Tells whether it says of which channel the rows are that it lists, whose numbers differ. */
  private boolean listsRowsOfChannel(JavaType type) {
    return membersOf(type).stream()
            .anyMatch(property -> property.getAccessor().getType().hasRawClass(Channel.class))
        && membersOf(type).stream()
            .map(property -> property.getAccessor().getType().getContentType())
            .filter(Objects::nonNull)
            .flatMap(row -> figures(row).stream())
            .anyMatch(metrics -> metrics.value().isByChannel());
  }
}
