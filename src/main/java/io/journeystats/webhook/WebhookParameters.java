package io.journeystats.webhook;

import io.journeystats.http.InvalidInputException;
import io.journeystats.http.NotFoundException;
import io.journeystats.tenant.TenantId;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a webhook says: whose provider calls, and, where the provider has nowhere
 * else to put them, the ids of the message and when it was sent.
 */
public final class WebhookParameters {
  @Parameter(description = "The provider: sendgrid, twilio or whatsapp.")
  @PathParam("provider")
  private @Nullable String provider;

  @Parameter(description = "The tenant's id.")
  @PathParam("tenant")
  private @Nullable String tenantOfPath;

  @Parameter(description = "The tenant's id, where the path does not name it.")
  @QueryParam("tenant")
  private @Nullable String tenantOfQuery;

  @Parameter(description = "The journey that the message belongs to.")
  @QueryParam(MessageIds.JOURNEY)
  private @Nullable String journeyId;

  @Parameter(description = "The step that sent the message.")
  @QueryParam(MessageIds.STEP)
  private @Nullable String stepId;

  @Parameter(description = "The user it went to.")
  @QueryParam(MessageIds.USER)
  private @Nullable String userId;

  @Parameter(description = "The device it went to.")
  @QueryParam(MessageIds.HWID)
  private @Nullable String hwid;

  @Parameter(description = "The message's id; the provider's own where there is none.")
  @QueryParam(MessageIds.MESSAGE)
  private @Nullable String messageId;

  @Parameter(description = "When the message was sent, of providers that tell no time.")
  @QueryParam(MessageIds.TIME)
  private @Nullable String time;

  /** The provider's name. */
  String provider() {
    return provider == null ? "" : provider;
  }

  /**
   * The tenant that the address names.
   *
   * @throws InvalidInputException where it names none, or two
   * @throws NotFoundException where there can be none of that name
   */
  TenantId tenant() {
    String tenant = tenantOfPath == null ? tenantOfQuery : tenantOfPath;
    if (tenant == null || (tenantOfPath != null && tenantOfQuery != null)) {
      throw new InvalidInputException(
          "tenant", "must be given once, in the path or as a parameter of the query");
    }
    return TenantId.find(tenant).orElseThrow(WebhookParameters::unknown);
  }

  /** The answer where the tenant, or its provider, is unknown: which of them is nobody's matter. */
  static NotFoundException unknown() {
    return new NotFoundException("There is no such webhook.");
  }

  /** The ids and the time, by name; those that are there. */
  Map<String, String> ofMessage() {
    Map<String, String> given = new HashMap<>();
    put(given, MessageIds.JOURNEY, journeyId);
    put(given, MessageIds.STEP, stepId);
    put(given, MessageIds.USER, userId);
    put(given, MessageIds.HWID, hwid);
    put(given, MessageIds.MESSAGE, messageId);
    put(given, MessageIds.TIME, time);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String text) {
    if (text != null) {
      given.put(name, text);
    }
  }
}
