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
 * Where messaging providers report what became of messages. They hold no key: the address names the
 * tenant, and the provider's signature proves the rest.
 */
@Path("/api/v1/webhooks/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "What messaging providers report by themselves.")
public final class WebhookResource {
  /** Meta's may have three mebibytes; SendGrid's have less than one, Twilio's next to nothing. */
  private static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

  /** As anybody may begin a request, each counts as if it were not tiny. */
  private static final int LEAST_BYTES = 128 * 1024;

  private final WebhookConfiguration configuration;
  private final Tenants tenants;
  private final WebhookIntake intake;
  private final RequestBody reader;
  private final TenantLimiter memory;
  private final InstantSource clock;

  /**
   * Serves the webhooks that are configured.
   *
   * @param configuration whose providers may call
   * @param tenants those that there are
   * @param intake takes in what is reported
   * @param reader reads the bodies
   * @param memory the bytes that the bodies may have together, before anybody is known to be who he
   *     says
   * @param clock tells how old a signature is
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

  /** Takes a report for the tenant that the query names. */
  @Operation(
      operationId = "report",
      summary = "Takes a provider's report for the tenant that the query names")
  @RefusesStrangers
  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public Receipt post(
      @BeanParam WebhookParameters parameters,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Schema(type = "object", description = "As the provider documents it.") InputStream body) {
    TenantId tenant = parameters.tenant();
    Provider provider = find(tenant, parameters.provider());
    Delivery delivery =
        new Delivery(target(request), parameters.ofMessage(), texts(headers), clock.instant());
    try (TenantLimiter.Permit part = memory.permit(tenant.value())) {
      part.take(LEAST_BYTES);
      byte[] read = reader.read(body, headers, MAXIMUM_BYTES, part::take);
      return intake.take(tenant, provider, delivery, read);
    }
  }

  /** Takes a report for the tenant that the path names. */
  @Operation(
      operationId = "reportToTenant",
      summary = "Takes a provider's report for the tenant that the path names")
  @RefusesStrangers
  @POST
  @Path("{tenant}")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public Receipt postToTenant(
      @BeanParam WebhookParameters parameters,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Schema(type = "object", description = "As the provider documents it.") InputStream body) {
    return post(parameters, request, headers, body);
  }

  /** Answers Meta's question whether the address, with the tenant in the query, is ours. */
  @Operation(
      operationId = "verifyWebhook",
      summary = "Answers whether the address is ours, with the tenant in the query")
  @RefusesStrangers
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String verify(
      @BeanParam WebhookParameters parameters, @BeanParam Verification verification) {
    if (find(parameters.tenant(), parameters.provider()) instanceof WhatsApp whatsApp) {
      return verification.answer(whatsApp);
    }
    throw WebhookParameters.unknown();
  }

  /** The same, with the tenant in the path. */
  @Operation(
      operationId = "verifyWebhookOfTenant",
      summary = "Answers whether the address is ours, with the tenant in the path")
  @RefusesStrangers
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

  /** As it was on the wire: of another spelling, the signature would be another. */
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
