package io.journeystats.webhook;

import java.util.List;

/**
 * A messaging provider as configured for one tenant. It verifies the signatures of the provider's
 * requests and reads their reports.
 */
sealed interface Provider permits SendGrid, Twilio, WhatsApp {

  /** Whether the provider signed the request for this tenant. */
  boolean hasSigned(Delivery delivery, byte[] body);

  /**
   * Reads the reports of a request, in order.
   *
   * @throws io.journeystats.http.InvalidInputException if the body does not have the provider's
   *     format
   */
  List<Report> read(Delivery delivery, byte[] body);

  /** Whether the provider may repeat a report with another time; the first time counts then. */
  default boolean mayChangeTimes() {
    return false;
  }
}
