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
 * The parameters in the URL of a webhook: the provider and the tenant and, for providers that do
 * not echo custom fields, the ids and the time of the message.
 */
public final class WebhookParameters {
  @Parameter(description = "The provider: sendgrid, twilio or whatsapp.")
  @PathParam("provider")
  private @Nullable String provider;

  @Parameter(description = "The tenant's id.")
  @PathParam("tenant")
  private @Nullable String tenantOfPath;

  @Parameter(description = "The tenant's id, if the path does not contain it.")
  @QueryParam("tenant")
  private @Nullable String tenantOfQuery;

  @Parameter(description = "The id of the journey that sent the message.")
  @QueryParam(MessageIds.JOURNEY)
  private @Nullable String journeyId;

  @Parameter(description = "The id of the step that sent the message.")
  @QueryParam(MessageIds.STEP)
  private @Nullable String stepId;

  @Parameter(description = "The id of the user to whom the message was sent.")
  @QueryParam(MessageIds.USER)
  private @Nullable String userId;

  @Parameter(description = "The id of the device to which the message was sent.")
  @QueryParam(MessageIds.HWID)
  private @Nullable String hwid;

  @Parameter(description = "The message's id; the default is the provider's id.")
  @QueryParam(MessageIds.MESSAGE)
  private @Nullable String messageId;

  @Parameter(
      description = "The time at which the message was sent, for providers that report no time.")
  @QueryParam(MessageIds.TIME)
  private @Nullable String time;

  /** The provider's name. */
  String provider() {
    return provider == null ? "" : provider;
  }

  /**
   * The tenant in the URL.
   *
   * @throws InvalidInputException if the URL contains no tenant or two
   * @throws NotFoundException if the tenant's id is not valid
   */
  TenantId tenant() {
    String tenant = tenantOfPath == null ? tenantOfQuery : tenantOfPath;
    if (tenant == null || (tenantOfPath != null && tenantOfQuery != null)) {
      throw new InvalidInputException(
          "tenant", "must be given once, in the path or as a query parameter");
    }
    return TenantId.find(tenant).orElseThrow(WebhookParameters::unknown);
  }

  /** The error for an unknown tenant or provider, which does not reveal which one is unknown. */
  static NotFoundException unknown() {
    return new NotFoundException("There is no webhook at this URL.");
  }

  /** The ids and the time in the URL, by name. */
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
