package io.journeystats.journey;

import io.journeystats.http.InputErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The validation of journeys, which reports all errors at once. */
final class JourneyRules {
  static final int MAXIMUM_STEPS = 500;
  static final int MAXIMUM_GOALS = 100;
  static final int MAXIMUM_NAME = 200;
  static final int MAXIMUM_ID = 128;
  static final String MEANING_OF_ID =
      "Unique in the journey. It appears in URLs, so it cannot be `.` or `..` or contain U+0000.";

  /** Segments that clients resolve before they send a path, encoded or not. */
  private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

  private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

  /** The character that web servers reject in paths, encoded or not. */
  private static final char NUL = 0;

  private final InputErrors errors;

  JourneyRules(InputErrors errors) {
    this.errors = errors;
  }

  /** Validates the id, if one was requested. */
  Optional<JourneyId> id(JourneyForm form) {
    Optional<JourneyId> id = Optional.ofNullable(form.id()).flatMap(JourneyId::find);
    errors.require(form.id() == null || id.isPresent(), "id", "must be a UUID");
    return id;
  }

  /** Validates the type; returns audience-based if it is invalid. */
  JourneyType type(JourneyForm form) {
    Optional<JourneyType> type = Optional.ofNullable(form.type()).flatMap(JourneyType::find);
    errors.require(type.isPresent(), "type", "must be one of audience_based, trigger_based");
    return type.orElse(JourneyType.AUDIENCE_BASED);
  }

  /** Validates the title. */
  String title(@Nullable String title) {
    return errors.text("title", title, Definition.MAXIMUM_TITLE);
  }

  /** Validates the editable part. The result may be used only if there are no errors. */
  Definition definition(JourneyForm form) {
    String title = title(form.title());
    Optional<String> category =
        Optional.ofNullable(form.category())
            .map(text -> errors.text("category", text, MAXIMUM_NAME));
    List<Step> steps = steps(form.steps());
    return new Definition(title, category, steps, goals(form.goals(), steps));
  }

  private List<Step> steps(@Nullable List<JourneyForm.@Nullable StepForm> forms) {
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<JourneyForm.StepForm> given = elements("steps", forms, MAXIMUM_STEPS);
    for (int index = 0; index < given.size(); index++) {
      steps.add(step("steps[" + index + "]", given.get(index), ids));
    }
    return steps;
  }

  private Step step(String path, JourneyForm.StepForm form, Set<String> ids) {
    String id = uniqueId(path, form.id(), ids);
    String name = errors.text(path + ".name", form.name(), MAXIMUM_NAME);
    Optional<StepKind> kind = Optional.ofNullable(form.kind()).flatMap(StepKind::find);
    errors.require(
        kind.isPresent(),
        path + ".kind",
        "must be one of entry, message, wait, condition, goal, exit, other");
    Optional<Channel> channel = Optional.ofNullable(form.channel()).flatMap(Channel::find);
    boolean isMessage = kind.filter(StepKind.MESSAGE::equals).isPresent();
    if (isMessage || (form.channel() != null && channel.isEmpty())) {
      errors.require(
          channel.isPresent(),
          path + ".channel",
          "must be one of push, in_app, email, sms, whatsapp");
    } else if (kind.isPresent()) {
      errors.require(channel.isEmpty(), path + ".channel", "is for message steps only");
    }
    return new Step(id, name, kind.orElse(StepKind.OTHER), channel);
  }

  private List<Goal> goals(@Nullable List<JourneyForm.@Nullable GoalForm> forms, List<Step> steps) {
    List<Goal> goals = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<JourneyForm.GoalForm> given = elements("goals", forms, MAXIMUM_GOALS);
    for (int index = 0; index < given.size(); index++) {
      goals.add(goal("goals[" + index + "]", given.get(index), ids, steps));
    }
    return goals;
  }

  private Goal goal(String path, JourneyForm.GoalForm form, Set<String> ids, List<Step> steps) {
    String id = uniqueId(path, form.id(), ids);
    String name = errors.text(path + ".name", form.name(), MAXIMUM_NAME);
    Optional<String> stepId = Optional.ofNullable(form.goalStepId());
    errors.require(
        stepId.isEmpty() || steps.stream().anyMatch(step -> step.id().equals(stepId.get())),
        path + ".goal_step_id",
        "must be the id of a step of this journey");
    int days =
        Optional.ofNullable(form.conversionPeriodDays())
            .orElse(Goal.DEFAULT_CONVERSION_PERIOD_DAYS);
    errors.require(
        days >= 1 && days <= 365,
        path + ".conversion_period_days",
        "must be a whole number from 1 to 365");
    return new Goal(
        id, name, new FilterRules(errors).conditions(path, form), stepId, days, value(path, form));
  }

  private Optional<GoalValue> value(String path, JourneyForm.GoalForm form) {
    Optional<String> currency = Optional.ofNullable(form.currency());
    Optional<String> currencyProperty =
        Optional.ofNullable(form.currencyProperty())
            .map(name -> errors.text(path + ".currency_property", name, FilterRules.MAXIMUM_NAME));
    errors.require(
        currency.isEmpty() || CURRENCY.matcher(currency.get()).matches(),
        path + ".currency",
        "must be three letters, such as EUR");
    errors.require(
        currency.isEmpty() || currencyProperty.isEmpty(),
        path + ".currency_property",
        "cannot be combined with currency");
    if (form.valueProperty() == null) {
      errors.require(
          currency.isEmpty() && currencyProperty.isEmpty(),
          path + ".value_property",
          "is required with currency or currency_property");
      return Optional.empty();
    }
    return Optional.of(
        new GoalValue(
            errors.text(path + ".value_property", form.valueProperty(), FilterRules.MAXIMUM_NAME),
            currency,
            currencyProperty));
  }

  private String uniqueId(String path, @Nullable String id, Set<String> known) {
    String checked = errors.text(path + ".id", id, MAXIMUM_ID);
    errors.require(
        DOT_SEGMENTS.stream().noneMatch(checked::equals) && checked.indexOf(NUL) < 0,
        path + ".id",
        "must not be . or .. or contain U+0000, since URLs cannot contain it");
    errors.require(
        checked.isEmpty() || known.add(checked), path + ".id", "must be unique in the journey");
    return checked;
  }

  /**
   * Validates that a list is present and contains no nulls; returns an empty list if it is invalid.
   */
  private <T> List<T> elements(String field, @Nullable List<@Nullable T> list, int maximum) {
    if (list == null) {
      errors.add(field, "is required; it may be empty");
      return List.of();
    }
    if (list.size() > maximum) {
      errors.add(field, "must have at most " + maximum + " entries");
      return List.of();
    }
    List<T> elements = new ArrayList<>();
    for (T element : list) {
      if (element == null) {
        errors.add(field, "must not contain null");
        return List.of();
      }
      elements.add(element);
    }
    return elements;
  }
}
