package io.journeystats.dashboard;

import io.journeystats.http.InputErrors;
import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
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
  @Parameter(description = "A part of the title, regardless of case.")
  private @Nullable String search;

  @QueryParam("sort")
  @Parameter(
      description =
          "The order; `-` means descending. Numbers are those of the moment of each page.",
      schema =
          @Schema(
              allowableValues = {
                "title",
                "-title",
                "status",
                "-status",
                "category",
                "-category",
                "type",
                "-type",
                "created_at",
                "-created_at",
                "entrances",
                "-entrances",
                "in_journey_now",
                "-in_journey_now",
                "goals_reached",
                "-goals_reached"
              },
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

  /**
   * The journeys that match, the latest first.
   *
   * @throws InvalidInputException naming every parameter that is wrong
   */
  public List<JourneyHead> select(Collection<JourneyHead> journeys) {
    check();
    List<JourneyHead> matching = journeys.stream().filter(this::matches).toList();
    return JourneyOrder.USUAL.rank(matching, _ -> Optional.empty(), Optional.empty()).stream()
        .map(JourneyOrder.Ranked::journey)
        .toList();
  }

  /** The requested order; the latest first by default. */
  JourneyOrder order() {
    return JourneyOrder.ALL.stream()
        .filter(order -> order.key().equals(sort))
        .findAny()
        .orElse(JourneyOrder.USUAL);
  }

  private boolean matches(JourneyHead journey) {
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

  /** Adds the faults, with a prefix for the names of fields. */
  public void check(InputErrors errors, String prefix) {
    oneOf(prefix + "status", status, List.of(JourneyStatus.values()), JourneyStatus::key, errors);
    oneOf(prefix + "type", type, List.of(JourneyType.values()), JourneyType::key, errors);
    oneOf(prefix + "sort", sort, JourneyOrder.ALL, JourneyOrder::key, errors);
  }

  private static <T> void oneOf(
      String field,
      @Nullable String given,
      List<T> allowed,
      Function<T, String> key,
      InputErrors errors) {
    List<String> keys = allowed.stream().map(key).toList();
    if (given != null && !keys.contains(given)) {
      errors.add(field, "must be one of " + String.join(", ", keys));
    }
  }
}
