package io.journeystats.webhook;

import java.util.List;

/**
 * A messaging provider as one tenant uses it: what proves that a request is the provider's, and
 * what the request says.
 */
sealed interface Provider permits SendGrid, Twilio, WhatsApp {

  /** Tells whether the provider signed the request, for this tenant. */
  boolean hasSigned(Delivery delivery, byte[] body);

  /**
   * What a request reports, in its order.
   *
   * @throws io.journeystats.http.InvalidInputException where the body is not of the provider's form
   */
  List<Report> read(Delivery delivery, byte[] body);

  /** Tells whether the same may be reported again with another time: the first one counts then. */
  default boolean mayChangeTimes() {
    return false;
  }
}
