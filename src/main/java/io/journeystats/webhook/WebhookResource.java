package io.journeystats.webhook;

import io.journeystats.event.FairShare;
import io.journeystats.http.RequestBody;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  private final FairShare memory;
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
      FairShare memory,
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
  @ApiResponse(responseCode = "403", description = "The provider has not signed it.")
  @ApiResponse(
      responseCode = "404",
      description = "The tenant, or its provider, is not known here.")
  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public Receipt post(
      @Parameter(description = "The provider: sendgrid, twilio or whatsapp.") @PathParam("provider")
          String provider,
      @BeanParam WebhookParameters parameters,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Schema(type = "object", description = "As the provider documents it.") InputStream body) {
    return take(provider, parameters, request, headers, body);
  }

  /** Takes a report for the tenant that the path names. */
  @Operation(
      operationId = "reportToTenant",
      summary = "Takes a provider's report for the tenant that the path names")
  @ApiResponse(responseCode = "403", description = "The provider has not signed it.")
  @ApiResponse(
      responseCode = "404",
      description = "The tenant, or its provider, is not known here.")
  @POST
  @Path("{tenant}")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public Receipt postToTenant(
      @Parameter(description = "The provider: sendgrid, twilio or whatsapp.") @PathParam("provider")
          String provider,
      @BeanParam WebhookParameters parameters,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Schema(type = "object", description = "As the provider documents it.") InputStream body) {
    return take(provider, parameters, request, headers, body);
  }

  /** Answers Meta's question whether the address, with the tenant in the query, is ours. */
  @Operation(
      operationId = "verifyWebhook",
      summary = "Answers whether the address is ours, with the tenant in the query")
  @ApiResponse(responseCode = "403", description = "The provider has not signed it.")
  @ApiResponse(
      responseCode = "404",
      description = "The tenant, or its provider, is not known here.")
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String verify(
      @Parameter(description = "The provider: sendgrid, twilio or whatsapp.") @PathParam("provider")
          String provider,
      @BeanParam WebhookParameters parameters,
      @Parameter(description = "Says `subscribe`.") @QueryParam("hub.mode") @Nullable String mode,
      @Parameter(description = "The word that was agreed with the provider.")
          @QueryParam("hub.verify_token")
          @Nullable String token,
      @Parameter(description = "What to answer.") @QueryParam("hub.challenge")
          @Nullable String challenge) {
    return challenge(find(parameters.tenant(), provider), mode, token, challenge);
  }

  /** The same, with the tenant in the path. */
  @Operation(
      operationId = "verifyWebhookOfTenant",
      summary = "Answers whether the address is ours, with the tenant in the path")
  @ApiResponse(responseCode = "403", description = "The provider has not signed it.")
  @ApiResponse(
      responseCode = "404",
      description = "The tenant, or its provider, is not known here.")
  @GET
  @Path("{tenant}")
  @Produces(MediaType.TEXT_PLAIN)
  public String verifyTenant(
      @Parameter(description = "The provider: sendgrid, twilio or whatsapp.") @PathParam("provider")
          String provider,
      @BeanParam WebhookParameters parameters,
      @Parameter(description = "Says `subscribe`.") @QueryParam("hub.mode") @Nullable String mode,
      @Parameter(description = "The word that was agreed with the provider.")
          @QueryParam("hub.verify_token")
          @Nullable String token,
      @Parameter(description = "What to answer.") @QueryParam("hub.challenge")
          @Nullable String challenge) {
    return challenge(find(parameters.tenant(), provider), mode, token, challenge);
  }

  private static String challenge(
      Provider provider,
      @Nullable String mode,
      @Nullable String token,
      @Nullable String challenge) {
    if (!(provider instanceof WhatsApp whatsApp)) {
      throw WebhookParameters.unknown();
    }
    if (Objects.equals(mode, "subscribe")
        && token != null
        && challenge != null
        && whatsApp.knows(token)) {
      return challenge;
    }
    throw new ForbiddenException("This is not how the webhook is verified.");
  }

  private Receipt take(
      String provider,
      WebhookParameters parameters,
      HttpServletRequest request,
      HttpHeaders headers,
      @Schema(type = "object", description = "As the provider documents it.") InputStream body) {
    TenantId tenant = parameters.tenant();
    Provider found = find(tenant, provider);
    Delivery delivery =
        new Delivery(target(request), parameters.ofMessage(), texts(headers), clock.instant());
    try (FairShare.Part part = memory.part(tenant)) {
      part.take(LEAST_BYTES);
      byte[] read = reader.read(body, headers, MAXIMUM_BYTES, part::take);
      return intake.take(tenant, found, delivery, read);
    }
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
