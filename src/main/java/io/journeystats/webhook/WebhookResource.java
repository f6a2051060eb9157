package io.journeystats.webhook;

import io.journeystats.http.RequestBody;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The resource to which messaging providers report the outcome of messages. Providers have no API
 * key: the URL names the tenant, and the provider's signature authenticates the request.
 */
@Path("/api/v1/webhooks/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "The callbacks of messaging providers.")
public final class WebhookResource {
  /** Meta's requests may have 3 MiB, SendGrid's have less than 1 MiB, and Twilio's are tiny. */
  private static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

  /** The minimum that each request takes of the memory limit, since anyone may send one. */
  private static final int MINIMUM_BYTES = 128 * 1024;

  private final WebhookConfiguration configuration;
  private final Tenants tenants;
  private final WebhookIntake intake;
  private final RequestBody reader;
  private final TenantLimiter memory;
  private final InstantSource clock;

  /**
   * Creates the resource for the configured webhooks.
   *
   * @param configuration the providers of each tenant
   * @param tenants the tenants
   * @param intake takes in reports
   * @param reader reads request bodies
   * @param memory limits the total size of the bodies of requests whose signature is not verified
   * @param clock the clock that measures the age of signatures
   */
  public WebhookResource(
      WebhookConfiguration configuration,
      Tenants tenants,
      WebhookIntake intake,
      RequestBody reader,
      TenantLimiter memory,
      InstantSource clock) {
    this.configuration = configuration;
    this.tenants = tenants;
    this.intake = intake;
    this.reader = reader;
    this.memory = memory;
    this.clock = clock;
  }

  /** Takes in a report for the tenant in the query. */
  @Operation(
      operationId = "report",
      summary = "Receives a provider's reports, with the tenant in the query")
  @WebhookErrorResponses
  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public Receipt post(
      @BeanParam WebhookParameters parameters,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Schema(type = "object", description = "The request in the provider's format.")
          InputStream body) {
    TenantId tenant = parameters.tenant();
    Provider provider = find(tenant, parameters.provider());
    Delivery delivery =
        new Delivery(target(request), parameters.ofMessage(), texts(headers), clock.instant());
    try (TenantLimiter.Permit part = memory.permit(tenant.value())) {
      part.take(MINIMUM_BYTES);
      byte[] read = reader.read(body, headers, MAXIMUM_BYTES, part::take);
      return intake.take(tenant, provider, delivery, read);
    }
  }

  /** Takes in a report for the tenant in the path. */
  @Operation(
      operationId = "reportToTenant",
      summary = "Receives a provider's reports, with the tenant in the path")
  @WebhookErrorResponses
  @POST
  @Path("{tenant}")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public Receipt postToTenant(
      @BeanParam WebhookParameters parameters,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Schema(type = "object", description = "The request in the provider's format.")
          InputStream body) {
    return post(parameters, request, headers, body);
  }

  /** Verifies a webhook URL with the tenant in the query. */
  @Operation(
      operationId = "verifyWebhook",
      summary = "Verifies a webhook URL, with the tenant in the query")
  @WebhookErrorResponses
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String verify(
      @BeanParam WebhookParameters parameters, @BeanParam Verification verification) {
    if (find(parameters.tenant(), parameters.provider()) instanceof WhatsApp whatsApp) {
      return verification.answer(whatsApp);
    }
    throw WebhookParameters.unknown();
  }

  /** Verifies a webhook URL with the tenant in the path. */
  @Operation(
      operationId = "verifyWebhookOfTenant",
      summary = "Verifies a webhook URL, with the tenant in the path")
  @WebhookErrorResponses
  @GET
  @Path("{tenant}")
  @Produces(MediaType.TEXT_PLAIN)
  public String verifyTenant(
      @BeanParam WebhookParameters parameters, @BeanParam Verification verification) {
    return verify(parameters, verification);
  }

  private Provider find(TenantId tenant, String provider) {
    return configuration
        .find(tenant, provider)
        .filter(_ -> tenants.find(tenant).isPresent())
        .orElseThrow(WebhookParameters::unknown);
  }

  /** The path and query exactly as sent, which the signature covers. */
  private static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static Map<String, String> texts(HttpHeaders headers) {
    Map<String, String> texts = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> texts.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return texts;
  }
}
