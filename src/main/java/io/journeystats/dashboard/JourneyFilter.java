package io.journeystats.dashboard;

import io.journeystats.http.InputErrors;
import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which journeys of the list are wanted, and in which order. */
public final class JourneyFilter {
  @QueryParam("status")
  @Parameter(
      description = "Only journeys of this status.",
      schema = @Schema(implementation = JourneyStatus.class))
  private @Nullable String status;

  @QueryParam("category")
  @Parameter(description = "Only journeys of this category.")
  private @Nullable String category;

  @QueryParam("type")
  @Parameter(
      description = "Only journeys of this type.",
      schema = @Schema(implementation = JourneyType.class))
  private @Nullable String type;

  @QueryParam("q")
  @Parameter(description = "A part of the title, in whatever case.")
  private @Nullable String search;

  @QueryParam("sort")
  @Parameter(
      description = "The order; `-` means descending.",
      schema =
          @Schema(
              allowableValues = {"created_at", "-created_at", "title", "-title"},
              defaultValue = "-created_at"))
  private @Nullable String sort;

  /** The filters of a request, as its parameters give them. */
  public JourneyFilter() {}

  /** Filters by their names; the order is that of the list. */
  public static JourneyFilter of(Map<String, String> filters) {
    JourneyFilter filter = new JourneyFilter();
    filter.status = filters.get("status");
    filter.category = filters.get("category");
    filter.type = filters.get("type");
    filter.search = filters.get("q");
    return filter;
  }

  /** The journeys that match, in order. */
  public List<Journey> select(Collection<Journey> journeys) {
    return select(journeys, Optional.empty());
  }

  /**
   * The journeys that match, in order.
   *
   * @param journeys all of them
   * @param after the key of the last journey of the page before; empty for the first page
   * @throws InvalidInputException naming every parameter that is wrong
   */
  List<Journey> select(Collection<Journey> journeys, Optional<List<String>> after) {
    check();
    Comparator<List<String>> order = order();
    return journeys.stream()
        .filter(this::matches)
        .filter(journey -> after.filter(key -> order.compare(key(journey), key) <= 0).isEmpty())
        .sorted(Comparator.comparing(this::key, order))
        .toList();
  }

  /** How many journeys match. */
  long count(Collection<Journey> journeys) {
    return journeys.stream().filter(this::matches).count();
  }

  /** What orders a journey: the sorted field, and the id so that no two are the same. */
  List<String> key(Journey journey) {
    String field =
        sort().endsWith("title")
            ? journey.title()
            : "%019d".formatted(journey.createdAt().toEpochMilli());
    return List.of(field, journey.id().toString());
  }

  private Comparator<List<String>> order() {
    Comparator<String> byField =
        sort().startsWith("-")
            ? ChannelTables.BY_CODE_POINT.reversed()
            : ChannelTables.BY_CODE_POINT;
    return Comparator.<List<String>, String>comparing(List::getFirst, byField)
        .thenComparing(List::getLast);
  }

  /** The latest first, unless told otherwise. */
  private String sort() {
    return sort == null ? "-created_at" : sort;
  }

  private boolean matches(Journey journey) {
    return (status == null || journey.status().key().equals(status))
        && (category == null || journey.category().filter(category::equals).isPresent())
        && (type == null || journey.type().key().equals(type))
        && (search == null
            || journey.title().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)));
  }

  private void check() {
    InputErrors errors = new InputErrors();
    check(errors, "");
    errors.throwIfAny();
  }

  /** Notes what is wrong, with fields whose names begin as told. */
  public void check(InputErrors errors, String prefix) {
    oneOf(prefix + "status", status, JourneyStatus.values(), JourneyStatus::key, errors);
    oneOf(prefix + "type", type, JourneyType.values(), JourneyType::key, errors);
    oneOf(
        prefix + "sort",
        sort,
        new String[] {"created_at", "-created_at", "title", "-title"},
        Function.identity(),
        errors);
  }

  private static <T> void oneOf(
      String field,
      @Nullable String given,
      T[] allowed,
      Function<T, String> key,
      InputErrors errors) {
    List<String> keys = Arrays.stream(allowed).map(key).toList();
    if (given != null && !keys.contains(given)) {
      errors.add(field, "must be one of " + String.join(", ", keys));
    }
  }
}
