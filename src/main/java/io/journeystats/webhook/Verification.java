package io.journeystats.webhook;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query parameters of Meta's request to verify the URL of a webhook. */
public final class Verification {
  @Parameter(description = "Always `subscribe`.")
  @QueryParam("hub.mode")
  private @Nullable String mode;

  @Parameter(description = "The verify token from the configuration.")
  @QueryParam("hub.verify_token")
  private @Nullable String token;

  @Parameter(description = "The challenge to return.")
  @QueryParam("hub.challenge")
  private @Nullable String challenge;

  /**
   * Returns the challenge.
   *
   * @throws ForbiddenException if the request is not a verification with the configured token
   */
  String answer(WhatsApp provider) {
    if (Objects.equals(mode, "subscribe")
        && token != null
        && challenge != null
        && provider.isVerifyToken(token)) {
      return challenge;
    }
    throw new ForbiddenException(
        "The verify token or another parameter of the verification is wrong.");
  }
}
