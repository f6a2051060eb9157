package io.journeystats.webhook;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Meta's question whether the address that somebody entered there is ours. */
public final class Verification {
  @Parameter(description = "Says `subscribe`.")
  @QueryParam("hub.mode")
  private @Nullable String mode;

  @Parameter(description = "The word that was agreed with the provider.")
  @QueryParam("hub.verify_token")
  private @Nullable String token;

  @Parameter(description = "What to answer.")
  @QueryParam("hub.challenge")
  private @Nullable String challenge;

  /**
   * What to answer.
   *
   * @throws ForbiddenException where the question is not Meta's
   */
  String answer(WhatsApp provider) {
    if (Objects.equals(mode, "subscribe")
        && token != null
        && challenge != null
        && provider.knows(token)) {
      return challenge;
    }
    throw new ForbiddenException("This is not how the webhook is verified.");
  }
}
