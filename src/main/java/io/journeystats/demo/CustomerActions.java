package io.journeystats.demo;

import io.journeystats.event.EventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one customer does outside the journey, because of it or not. */
final class CustomerActions {
  private static final List<String> CATEGORIES =
      List.of("shoes", "shirts", "jackets", "bags", "accessories", "sale");
  private static final double[] POPULARITY = {5, 6, 3, 2, 4, 3};

  /** One journey in this many is paid by gift card. */
  private static final int GIFT_CARDS = 10;

  private final EventRecorder diary;
  private final SeededRandom dice;
  private final Set<Response> done = new HashSet<>();

  CustomerActions(EventRecorder diary, SeededRandom dice) {
    this.diary = diary;
    this.dice = dice;
  }

  /**
   * Lets the customer respond, each way at the most once; answers when the customer bought
   * something.
   */
  Optional<Instant> respond(List<Response> responses, Instant reacted) {
    Optional<Instant> bought = Optional.empty();
    for (Response response : responses) {
      if (dice.hits(response.chance()) && done.add(response)) {
        Instant time = reacted.plus(dice.patience(response.soon()));
        switch (response.deed()) {
          case Response.Purchase _ -> {
            purchase(time);
            bought = Optional.of(time);
          }
          case Response.Review _ -> review(time);
          case Response.Reach reach ->
              diary.note(EventType.GOAL_REACHED, time).goal(reach.goalId()).write();
        }
      }
    }
    return bought;
  }

  /** Buys something; the shop does not say for how much where a gift card pays. */
  void purchase(Instant time) {
    double amount = Math.round(Math.exp(dice.between(2.3, 5.6)) * 20) / 20.0 - 0.01;
    Map<String, Object> properties = new HashMap<>();
    properties.put("amount", Math.round(amount * 100) / 100.0);
    properties.put("currency", dice.hits(0.93) ? "EUR" : "CHF");
    properties.put("category", CATEGORIES.get(dice.weighted(POPULARITY)));
    properties.put("items", 1 + dice.below(4));
    if (diary.isOneOf(GIFT_CARDS)) {
      properties.keySet().removeAll(List.of("amount", "currency"));
      properties.put("paid_by", "gift card");
    }
    diary.note(EventType.CUSTOM, time).named(Goals.PURCHASE).with(properties).write();
  }

  private void review(Instant time) {
    int stars = 1 + dice.weighted(new double[] {4, 4, 10, 34, 48});
    diary.note(EventType.CUSTOM, time).named(Goals.REVIEW).with(Map.of("stars", stars)).write();
  }
}
