package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.count;
import static io.journeystats.exactness.NaiveCounts.countOfReason;
import static io.journeystats.exactness.NaiveCounts.rate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveCalendar.Interval;
import io.journeystats.exactness.NaiveGoal.Conversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every statistic of one journey, worked out plainly from the list of the tenant's events. */
final class NaiveStatistics {
  private final NaiveJourney journey;
  private final List<NaiveEvent> ofTenant;
  private final NaiveRetention retention;
  private final Instant now;
  private final List<NaiveEvent> ofJourney;
  private final List<NaiveEvent> customs;
  private final Map<String, List<Conversion>> conversions;

  /** Takes the events in any order and with repetitions: "each event_id once". */
  NaiveStatistics(NaiveJourney journey, List<NaiveEvent> ofTenant, Instant now) {
    this(journey, ofTenant, NaiveRetention.forever(ZoneOffset.UTC), now);
  }

  /** The same where the tenant keeps events for some time only. */
  NaiveStatistics(
      NaiveJourney journey, List<NaiveEvent> ofTenant, NaiveRetention retention, Instant now) {
    this.journey = journey;
    this.ofTenant = ofTenant;
    this.retention = retention;
    this.now = now;
    Collection<NaiveEvent> once = once(retention.kept(ofTenant, now));
    this.ofJourney = once.stream().filter(event -> event.isOfJourney(journey.id())).toList();
    this.customs = once.stream().filter(event -> event.is("custom")).toList();
    this.conversions = new HashMap<>();
    for (NaiveGoal goal : journey.goals()) {
      conversions.put(goal.id(), goal.conversions(ofJourney, List.copyOf(once)));
    }
  }

  private NaiveStatistics(NaiveStatistics other, Instant now) {
    this.journey = other.journey;
    this.ofTenant = other.ofTenant;
    this.retention = other.retention;
    this.now = now;
    this.ofJourney = other.ofJourney;
    this.customs = other.customs;
    this.conversions = other.conversions;
  }

  /** The same journey and events at another time. */
  NaiveStatistics at(Instant otherNow) {
    return retention.dataFrom(now).equals(retention.dataFrom(otherNow))
        ? new NaiveStatistics(this, otherNow)
        : new NaiveStatistics(journey, ofTenant, retention, otherNow);
  }

  private static Collection<NaiveEvent> once(List<NaiveEvent> events) {
    Map<NaiveEvent.Identity, NaiveEvent> once = new LinkedHashMap<>();
    events.forEach(event -> once.put(event.identity(), event));
    return once.values();
  }

  List<NaiveEvent> ofJourney() {
    return ofJourney;
  }

  /** The tenant's custom events. */
  List<NaiveEvent> customs() {
    return customs;
  }

  /** The journey's row of {@code GET /users/journeys}; none where the user was never in it. */
  Optional<ObjectNode> ofUser(String userId) {
    NaiveUser user = NaiveUser.of(userId, ofJourney);
    List<NaiveEvent> entrances = NaiveCounts.ofTypes(user.events(), "entered");
    return user.status()
        .map(status -> {
          ObjectNode row = Json.object().put("journey_id", journey.id());
          row.put("status", status);
          row.put("last_step", user.lastStep(journey));
          row.put("entrances", entrances.size());
          row.set(
              "last_entered_at",
              Json.text(
                  entrances.stream()
                      .map(NaiveEvent::time)
                      .max(Comparator.naturalOrder())
                      .map(Instant::toString)));
          return row;
        });
  }

  NaiveJourney journey() {
    return journey;
  }

  Instant now() {
    return now;
  }

  LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(now, zone);
  }

  NaivePeriod period(String name, ZoneId zone) {
    return NaivePeriod.named(name, zone, now);
  }

  private List<NaiveEvent> in(NaivePeriod period) {
    return ofJourney.stream().filter(event -> period.contains(event.time())).toList();
  }

  private ObjectNode answer(NaivePeriod period) {
    ObjectNode json = period.json();
    retention.cut(period, now).ifPresent(first -> json.put("data_from", first));
    return Json.object().set("period", json);
  }

  /** {@code GET /journeys/{id}/stats/performance}. */
  ObjectNode performance(NaivePeriod period) {
    ObjectNode answer = answer(period);
    answer.put("entrances", entrances(in(period)));
    ArrayNode goals = answer.putArray("goals");
    for (NaiveGoal goal : journey.goals()) {
      long count = convertedUsers(conversions(goal, period));
      ObjectNode row = goals.addObject();
      row.put("id", goal.id());
      row.put("name", goal.name());
      row.set("conditions", goal.conditions());
      row.put("conversion_period_days", goal.conversionPeriodDays());
      row.put("count", count);
      row.set("conversion_rate", rate(count, entrances(in(period))));
      row.put("conversions", conversions(goal, period).size());
      row.set("values", values(goal, period));
    }
    return answer;
  }

  /** "Decimal strings with 4 places". */
  private ArrayNode values(NaiveGoal goal, NaivePeriod period) {
    BigDecimal entrances = BigDecimal.valueOf(entrances(in(period)));
    ArrayNode values = Json.array();
    for (NaiveGoal.Amount amount : goal.amounts(conversions(goal, period))) {
      ObjectNode row = values.addObject();
      row.set("currency", Json.text(amount.currency()));
      row.put("value", amount.value().setScale(4).toPlainString());
      row.put("valued_conversions", amount.number());
      row.put(
          "average_value",
          amount
              .value()
              .divide(BigDecimal.valueOf(amount.number()), 4, RoundingMode.HALF_UP)
              .toPlainString());
      row.set(
          "value_per_entrance",
          Json.text(
              Optional.of(entrances)
                  .filter(base -> base.signum() > 0)
                  .map(base ->
                      amount.value().divide(base, 4, RoundingMode.HALF_UP).toPlainString())));
    }
    return values;
  }

  /** {@code GET /journeys/{id}/stats/goals/{goal}}: "the same goal with series". */
  ObjectNode goal(NaivePeriod period, String goalId, Interval interval) {
    NaiveGoal goal = journey.goal(goalId);
    ObjectNode answer = answer(period);
    for (JsonNode row : performance(period).get("goals")) {
      if (row.get("id").textValue().equals(goalId)) {
        answer.setAll((ObjectNode) row);
      }
    }
    ArrayNode series = answer.putArray("series");
    NaiveCalendar calendar = new NaiveCalendar(interval, period.zone());
    Map<Instant, List<Conversion>> byBucket = new HashMap<>();
    for (Conversion conversion : conversions(goal, period)) {
      byBucket
          .computeIfAbsent(calendar.bucket(conversion.time()), bucket -> new ArrayList<>())
          .add(conversion);
    }
    for (Instant bucket : buckets(period, calendar)) {
      List<Conversion> inBucket = byBucket.getOrDefault(bucket, List.of());
      ObjectNode point = series.addObject().put("time", calendar.time(bucket));
      point.put("count", convertedUsers(inBucket));
      point.put("conversions", inBucket.size());
      ArrayNode values = point.putArray("values");
      for (NaiveGoal.Amount amount : goal.amounts(inBucket)) {
        ObjectNode value = values.addObject();
        value.set("currency", Json.text(amount.currency()));
        value.put("value", amount.value().setScale(4).toPlainString());
      }
    }
    return answer;
  }

  /** "entrances = |entered| (repeat entries count)". */
  private static long entrances(List<NaiveEvent> events) {
    return count(events, "entered");
  }

  List<Conversion> conversions(NaiveGoal goal, NaivePeriod period) {
    return conversions.getOrDefault(goal.id(), List.of()).stream()
        .filter(conversion -> period.contains(conversion.time()))
        .toList();
  }

  /** "count = users(goal_reached of that goal)"; "a user counts once either way". */
  private static long convertedUsers(List<Conversion> conversions) {
    return conversions.stream().map(Conversion::userId).distinct().count();
  }

  /** {@code GET /journeys/{id}/stats/audience}. */
  ObjectNode audience(NaivePeriod period) {
    List<NaiveEvent> events = in(period);
    ObjectNode answer = answer(period);
    answer.put("entrances", entrances(events));
    answer.put("in_journey_now", inJourneyNow());
    answer.put("exits", count(events, "exited"));
    answer.put("internal_errors", internalErrors(events));
    answer.put("sending_errors", sendingErrors(events));
    answer.put("drop_offs", dropOffs(events));
    return answer;
  }

  /** The numbers of {@code GET /journeys}: "entrances, in_journey_now, goals_reached". */
  ObjectNode headline() {
    ObjectNode row = Json.object();
    row.put("entrances", entrances(ofJourney));
    row.put("in_journey_now", inJourneyNow());
    row.put(
        "goals_reached",
        convertedUsers(conversions.values().stream().flatMap(List::stream).toList()));
    return row;
  }

  /** The numbers of the journey's row in the campaign statistics export. */
  ObjectNode campaign(NaivePeriod period) {
    List<NaiveEvent> events = in(period);
    List<Conversion> anyGoal = new ArrayList<>();
    journey.goals().forEach(goal -> anyGoal.addAll(conversions(goal, period)));
    return new NaiveCampaign(events, inJourneyNow(), dropOffs(events), convertedUsers(anyGoal))
        .row();
  }

  /** "Users whose state is in_progress, now: the period does not apply". */
  private long inJourneyNow() {
    return users().stream()
        .filter(user -> user.status().equals(Optional.of("in_progress")))
        .count();
  }

  /** "|dropped, reason internal_error|". */
  private static long internalErrors(List<NaiveEvent> events) {
    return countOfReason(events, "dropped", "internal_error");
  }

  /** "|dropped, reason sending_error|". */
  private static long sendingErrors(List<NaiveEvent> events) {
    return countOfReason(events, "dropped", "sending_error");
  }

  /** "internal_errors + sending_errors". */
  private static long dropOffs(List<NaiveEvent> events) {
    return internalErrors(events) + sendingErrors(events);
  }

  /** {@code GET /journeys/{id}/stats/flow}. */
  ObjectNode flow(NaivePeriod period) {
    ObjectNode answer = answer(period);
    answer.setAll(NaiveFlow.of(this, period).answer());
    return answer;
  }

  /** {@code GET /journeys/{id}/stats/durations}. */
  ObjectNode durations(NaivePeriod period, NaiveDuration duration, Interval interval) {
    ObjectNode answer = answer(period);
    answer.setAll(duration.answer(this, period, interval));
    return answer;
  }

  /** {@code GET /journeys/{id}/stats/steps}. */
  ObjectNode steps(NaivePeriod period) {
    List<NaiveUser> inJourney =
        users().stream().filter(user -> user.status().equals(Optional.of("in_progress"))).toList();
    ObjectNode answer = answer(period);
    answer.put(
        "at_no_step_now", inJourney.stream().filter(user -> user.lastStepId().isEmpty()).count());
    ArrayNode rows = answer.putArray("steps");
    for (NaiveJourney.NaiveStep step : journey.steps()) {
      ObjectNode row = rows.addObject().put("step_id", step.id()).put("name", step.name());
      row.put("kind", step.kind());
      row.set("channel", Json.text(step.channel()));
      addStep(row, inJourney, period);
    }
    TreeSet<String> unknown = new TreeSet<>(Utf8.ORDER);
    NaiveCounts.ofTypes(in(period), "step_entered", "step_completed", "exited", "dropped")
        .forEach(event -> event.stepId().ifPresent(unknown::add));
    inJourney.forEach(user -> user.lastStepId().ifPresent(unknown::add));
    journey.steps().forEach(step -> unknown.remove(step.id()));
    for (String id : unknown) {
      ObjectNode row = rows.addObject().put("step_id", id).put("name", id);
      row.putNull("kind").putNull("channel");
      addStep(row, inJourney, period);
    }
    return answer;
  }

  private void addStep(ObjectNode row, List<NaiveUser> inJourney, NaivePeriod period) {
    String id = row.get("step_id").textValue();
    List<NaiveEvent> events = in(period).stream().filter(event -> event.isOfStep(id)).toList();
    row.put("entered", count(events, "step_entered"));
    row.put("completed", count(events, "step_completed"));
    row.put(
        "in_journey_now",
        inJourney.stream().filter(user -> user.lastStepId().equals(Optional.of(id))).count());
    row.put("exits", count(events, "exited"));
    row.put("drop_offs", dropOffs(events));
  }

  /** {@code GET /journeys/{id}/stats/users}: all its pages as one. */
  ObjectNode usersBehind(NaivePeriod period, NaiveNumber number) {
    List<NaiveNumber.Deed> deeds = number.made().in(this, period);
    ObjectNode answer = answer(period);
    ArrayNode rows = answer.putArray("users");
    for (NaiveUser user : users()) {
      List<Instant> times =
          deeds.stream()
              .filter(deed -> deed.userId().equals(user.userId()))
              .map(NaiveNumber.Deed::time)
              .sorted()
              .toList();
      if (!times.isEmpty()) {
        ObjectNode row = rows.addObject().put("user_id", user.userId());
        row.set("hwid", Json.text(user.hwid()));
        row.set("status", Json.text(user.status()));
        row.put("last_step", user.lastStep(journey));
        row.put("events", times.size());
        row.put("first_at", times.getFirst().toString());
        row.put("last_at", times.getLast().toString());
      }
    }
    answer.putNull("next_cursor");
    return answer;
  }

  /** The journey's users, "ordered by user_id". */
  private List<NaiveUser> users() {
    TreeSet<String> ids = new TreeSet<>(Utf8.ORDER);
    ofJourney.forEach(event -> ids.add(event.userId()));
    return ids.stream().map(id -> NaiveUser.of(id, ofJourney)).toList();
  }

  /** {@code GET /journeys/{id}/users}: all its pages as one. */
  ObjectNode users(NaivePeriod period, Optional<String> search, Optional<String> status) {
    ObjectNode answer = answer(period);
    ArrayNode rows = answer.putArray("users");
    for (NaiveUser user : users()) {
      if (user.hasEntered(period)
          && search.stream().allMatch(user::matches)
          && (status.isEmpty() || user.status().equals(status))) {
        rows.add(user.row(journey, period));
      }
    }
    answer.putNull("next_cursor");
    return answer;
  }

  /**
   * {@code GET /journeys/{id}/stats/overview}: "the bodies of performance, audience, health and,
   * per channel, its main figures", with the period once.
   */
  ObjectNode overview(NaivePeriod period, Interval interval) {
    ObjectNode answer = answer(period);
    answer.set("performance", withoutPeriod(performance(period)));
    answer.set("audience", withoutPeriod(audience(period)));
    ArrayNode channels = answer.putArray("channels");
    for (JsonNode channel : channels(period).get("channels")) {
      channels
          .addObject()
          .put("channel", channel.textValue())
          .set("metrics", NaiveChannel.of(channel.textValue(), in(period)).metrics());
    }
    answer.set("health", withoutPeriod(health(period, interval)));
    return answer;
  }

  private static ObjectNode withoutPeriod(ObjectNode answer) {
    answer.remove("period");
    return answer;
  }

  /** "Channels the journey has message steps for or events in". */
  ObjectNode channels(NaivePeriod period) {
    ObjectNode answer = answer(period);
    ArrayNode channels = answer.putArray("channels");
    for (String channel : NaiveChannel.ALL) {
      boolean defined = journey.steps().stream().anyMatch(step -> step.isMessageOf(channel));
      if (defined || !NaiveChannel.of(channel, in(period)).events().isEmpty()) {
        channels.add(channel);
      }
    }
    return answer;
  }

  /** {@code GET /journeys/{id}/stats/channels/{channel}}. */
  ObjectNode channel(NaivePeriod period, String channel, Interval interval) {
    ObjectNode answer = answer(period);
    answer.put("channel", channel);
    answer.set("metrics", NaiveChannel.of(channel, in(period)).metrics());
    ArrayNode series = answer.putArray("series");
    NaiveCalendar calendar = new NaiveCalendar(interval, period.zone());
    Map<Instant, List<NaiveEvent>> events = byBucket(calendar, in(period));
    for (Instant bucket : buckets(period, calendar)) {
      List<NaiveEvent> inBucket = events.getOrDefault(bucket, List.of());
      ObjectNode point = series.addObject().put("time", calendar.time(bucket));
      point.setAll(NaiveChannel.of(channel, inBucket).countMetrics());
    }
    return answer;
  }

  private static Map<Instant, List<NaiveEvent>> byBucket(
      NaiveCalendar calendar, List<NaiveEvent> events) {
    Map<Instant, List<NaiveEvent>> byBucket = new HashMap<>();
    for (NaiveEvent event : events) {
      byBucket
          .computeIfAbsent(calendar.bucket(event.time()), bucket -> new ArrayList<>())
          .add(event);
    }
    return byBucket;
  }

  /**
   * "One point per interval over the period; for all from the first event's bucket to the current
   * one".
   */
  List<Instant> buckets(NaivePeriod period, NaiveCalendar calendar) {
    Optional<Instant> firstEvent =
        ofJourney.stream().map(NaiveEvent::time).min(Comparator.naturalOrder());
    Optional<Instant> first = period.from().or(() -> firstEvent);
    Instant last = period.to().map(to -> to.minusMillis(1)).orElse(now);
    return first.map(start -> calendar.buckets(start, last)).orElse(List.of());
  }

  /** {@code GET /journeys/{id}/stats/channels/{channel}/messages}. */
  ObjectNode messages(NaivePeriod period, String channel, Optional<String> goal) {
    return messages(period, channel, goal, Optional.empty());
  }

  /** The same with {@code attribution=last} or {@code first}. */
  ObjectNode messages(NaivePeriod period, String channel, NaiveAttribution attribution) {
    return messages(
        period, channel, Optional.of(attribution.goal().id()), Optional.of(attribution));
  }

  private ObjectNode messages(
      NaivePeriod period,
      String channel,
      Optional<String> goal,
      Optional<NaiveAttribution> attribution) {
    List<NaiveAttribution.Credited> credited =
        attribution.map(rule -> rule.credited(this, period)).orElse(List.of());
    ObjectNode answer = answer(period);
    answer.put("channel", channel);
    answer.set("goal", Json.text(goal));
    answer.set(
        "attribution",
        attribution
            .<JsonNode>map(rule -> rule.json(credited, channel))
            .orElse(goal.isEmpty() ? JsonNodeFactory.instance.nullNode() : anyTouch()));
    ArrayNode rows = answer.putArray("messages");
    for (String stepId : messageSteps(period, channel, credited)) {
      NaiveMessage message = message(channel, stepId);
      ObjectNode row = message.row(journey.stepName(stepId), period);
      long recipientUsers = row.get("recipient_users").longValue();
      row.set("converted_users", JsonNodeFactory.instance.nullNode());
      row.set("goal_conversion_rate", JsonNodeFactory.instance.nullNode());
      if (goal.isPresent()) {
        NaiveGoal chosen = journey.goal(goal.get());
        long converted =
            attribution.isPresent()
                ? credited.stream().filter(one -> one.isTo(channel, stepId)).count()
                : message.convertedUsers(conversions(chosen, period), chosen.conversionPeriod());
        row.put("converted_users", converted);
        row.set("goal_conversion_rate", rate(converted, recipientUsers));
      }
      rows.add(row);
    }
    return answer;
  }

  /** {@code GET /journeys/{id}/stats/channels/{channel}/messages/{step_id}/links}. */
  ObjectNode links(NaivePeriod period, String channel, String step, String sort, int limit) {
    ObjectNode answer = answer(period);
    answer.setAll(message(channel, step).links(period, sort, limit));
    return answer;
  }

  private static ObjectNode anyTouch() {
    ObjectNode any = Json.object().put("model", "any").put("touch", "interaction");
    return any.putNull("converted_users").putNull("other_channels").putNull("unattributed");
  }

  /** A message step of a channel with all its events there, of any time. */
  NaiveMessage message(String channel, String stepId) {
    return new NaiveMessage(
        stepId,
        channel,
        NaiveChannel.of(channel, ofJourney).events().stream()
            .filter(event -> event.isOfStep(stepId))
            .toList());
  }

  /** The definition's message steps of the channel, then unknown ones that have events, by id. */
  private List<String> messageSteps(
      NaivePeriod period, String channel, List<NaiveAttribution.Credited> credited) {
    List<String> steps = new ArrayList<>();
    for (NaiveJourney.NaiveStep step : journey.steps()) {
      if (step.isMessageOf(channel)) {
        steps.add(step.id());
      }
    }
    TreeSet<String> unknown = new TreeSet<>(Utf8.ORDER);
    for (NaiveEvent event : NaiveChannel.of(channel, in(period)).events()) {
      if (event.type().startsWith("message_")) {
        unknown.add(event.stepId().orElseThrow());
      }
    }
    credited.stream()
        .filter(one -> one.isTo(channel))
        .forEach(one -> unknown.add(one.to().orElseThrow().stepId().orElseThrow()));
    journey.steps().forEach(step -> unknown.remove(step.id()));
    steps.addAll(unknown);
    return steps;
  }

  /** "Per reason (failed and skipped together): count, rate, reason; largest first". */
  ObjectNode deliveryIssues(NaivePeriod period, String channel) {
    NaiveChannel events = NaiveChannel.of(channel, in(period));
    List<NaiveEvent> issues =
        NaiveCounts.ofTypes(events.events(), "message_failed", "message_skipped");
    TreeSet<String> reasons = new TreeSet<>(Utf8.ORDER);
    issues.forEach(issue -> reasons.add(issue.reason().orElseThrow()));
    List<ObjectNode> rows = new ArrayList<>();
    for (String reason : reasons) {
      long count =
          issues.stream().filter(issue -> issue.reason().equals(Optional.of(reason))).count();
      ObjectNode row = Json.object().put("reason", reason).put("count", count);
      rows.add(row.<ObjectNode>set("rate", rate(count, events.stepUsers())));
    }
    rows.sort(Comparator.comparingLong((JsonNode row) -> row.get("count").longValue()).reversed());
    ObjectNode answer = answer(period);
    answer.put("channel", channel);
    answer.put("delivery_issues", events.deliveryIssues());
    answer.set("delivery_issue_rate", rate(events.deliveryIssues(), events.stepUsers()));
    answer.set("issues", Json.array(rows));
    return answer;
  }

  /** {@code GET /journeys/{id}/stats/health}. */
  ObjectNode health(NaivePeriod period, Interval interval) {
    List<NaiveEvent> events = in(period);
    ObjectNode answer = answer(period);
    answer.put("entrances", entrances(events));
    answer.put("messages_sent", messagesSent(events));
    answer.put("messages_opened", messagesOpened(events));
    answer.set("messages_open_rate", rate(messagesOpened(events), openableRecipients(events)));
    answer.put("drop_offs", dropOffs(events));
    ArrayNode series = answer.putArray("series");
    NaiveCalendar calendar = new NaiveCalendar(interval, period.zone());
    Map<Instant, List<NaiveEvent>> byBucket = byBucket(calendar, events);
    Map<GoalBucket, Set<String>> goals = goalUsers(period, calendar);
    for (Instant bucket : buckets(period, calendar)) {
      ObjectNode point = series.addObject().put("time", calendar.time(bucket));
      addHealth(point, byBucket.getOrDefault(bucket, List.of()));
      point.set("goals_achieved", goalsAchieved(goals, bucket));
    }
    return answer;
  }

  private static void addHealth(ObjectNode point, List<NaiveEvent> events) {
    point.put("entrances", entrances(events));
    ObjectNode messagesSent = point.putObject("messages_sent");
    for (String channel : NaiveChannel.ALL) {
      messagesSent.put(channel, NaiveChannel.of(channel, events).messagesSent());
    }
    ObjectNode dropOffs = point.putObject("drop_offs");
    dropOffs.put("internal_errors", internalErrors(events));
    dropOffs.put("sending_errors", sendingErrors(events));
  }

  private record GoalBucket(String goalId, Instant bucket) {}

  /** Who reached each goal in each bucket. */
  private Map<GoalBucket, Set<String>> goalUsers(NaivePeriod period, NaiveCalendar calendar) {
    Map<GoalBucket, Set<String>> users = new HashMap<>();
    for (NaiveGoal goal : journey.goals()) {
      for (Conversion conversion : conversions(goal, period)) {
        Instant bucket = calendar.bucket(conversion.time());
        users
            .computeIfAbsent(new GoalBucket(goal.id(), bucket), key -> new HashSet<>())
            .add(conversion.userId());
      }
    }
    return users;
  }

  /** "Goals achieved by goal (users distinct within the bucket)". */
  private ObjectNode goalsAchieved(Map<GoalBucket, Set<String>> users, Instant bucket) {
    ObjectNode achieved = Json.object();
    for (NaiveGoal goal : journey.goals()) {
      achieved.put(
          goal.id(), users.getOrDefault(new GoalBucket(goal.id(), bucket), Set.of()).size());
    }
    return achieved;
  }

  /** "sent of push + email + sms + whatsapp, + in_app impressions". */
  private static long messagesSent(List<NaiveEvent> events) {
    return NaiveChannel.ALL.stream()
        .mapToLong(channel -> NaiveChannel.of(channel, events).messagesSent())
        .sum();
  }

  /** "push opened + email opened_unique + whatsapp read". */
  private static long messagesOpened(List<NaiveEvent> events) {
    return NaiveChannel.of("push", events).opened()
        + NaiveChannel.of("email", events).openedUnique()
        + NaiveChannel.of("whatsapp", events).read();
  }

  /** "recipients of push + email + whatsapp". */
  private static long openableRecipients(List<NaiveEvent> events) {
    return NaiveChannel.of("push", events).recipients()
        + NaiveChannel.of("email", events).recipients()
        + NaiveChannel.of("whatsapp", events).recipients();
  }
}
