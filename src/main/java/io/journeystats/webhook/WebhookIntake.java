package io.journeystats.webhook;

import io.journeystats.event.EventFormat;
import io.journeystats.event.EventIntake;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import jakarta.ws.rs.ForbiddenException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a provider's request into the store: proven, read, and taken in like any other
 * sender's events.
 */
public final class WebhookIntake {
  private final EventIntake events;
  private final TenantLimiter turns;
  private final WebhookFigures figures = new WebhookFigures();

  /**
   * Puts the steps together.
   *
   * @param events takes events in
   * @param turns how many requests are taken in at the same time
   */
  public WebhookIntake(EventIntake events, TenantLimiter turns) {
    this.events = events;
    this.turns = turns;
  }

  /** What came in so far. */
  public WebhookFigures figures() {
    return figures;
  }

  /**
   * Takes in what a request reports; when this returns, the events are durable.
   *
   * @throws ForbiddenException where the provider has not signed it
   */
  Receipt take(TenantId tenant, Provider provider, Delivery delivery, byte[] body) {
    if (!provider.hasSigned(delivery, body)) {
      figures.refused();
      throw new ForbiddenException(
          "The request is not signed by the provider for this tenant, or was signed too long ago.");
    }
    try (TenantLimiter.Permit turn = turns.permit(tenant.value())) {
      turn.take(1);
      return take(tenant, provider.read(delivery, body));
    }
  }

  private Receipt take(TenantId tenant, List<Report> reports) {
    List<Report.Fact> facts = new ArrayList<>();
    List<Report.Ignored> ignored = new ArrayList<>();
    for (Report report : reports) {
      switch (report) {
        case Report.Fact fact -> facts.add(fact);
        case Report.Ignored why -> ignored.add(why);
      }
    }
    EventIntake.Receipt taken = events.take(tenant, EventJson.of(facts), EventFormat.JSON);
    Receipt receipt = new Receipt(taken.accepted(), taken.rejected().size(), ignored.size());
    // Only now: what could not be stored comes again.
    figures.stored(receipt);
    ignored.forEach(figures::ignored);
    return receipt;
  }
}
