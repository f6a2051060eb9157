package io.journeystats.event;

import io.dropwizard.auth.Auth;
import io.journeystats.http.Problem;
import io.journeystats.http.RequestBody;
import io.journeystats.http.UnsupportedMediaTypeException;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Where whole files of events come in, of any size. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public final class ImportResource {
  /** Where it is. */
  public static final String PATH = "/api/v1/events/import";

  private static final int MULTI_STATUS = 207;

  private final EventIntake intake;
  private final RequestBody reader;
  private final TenantLimiter places;
  private final LongSupplier nanoTime;

  /**
   * Serves an intake.
   *
   * @param intake takes events in
   * @param reader reads the bodies
   * @param places how many imports go on at the same time
   * @param nanoTime tells how time passes
   */
  public ImportResource(
      EventIntake intake, RequestBody reader, TenantLimiter places, LongSupplier nanoTime) {
    this.intake = intake;
    this.reader = reader;
    this.places = places;
    this.nanoTime = nanoTime;
  }

  /** Takes events a record each, under a header. */
  @POST
  @Consumes(ImportFormat.TEXT_CSV)
  @RolesAllowed(Permission.Names.INGEST)
  @Operation(
      operationId = "importEvents",
      summary = "Takes in whole files of events",
      description =
          "CSV with a header of field names, or a JSON object a line, of any size. Where an import"
              + " breaks off, the answer says how far it came; the file may be sent again.")
  @ApiResponse(
      responseCode = "200",
      description = "All were accepted.",
      content = @Content(schema = @Schema(implementation = ImportTally.Receipt.class)))
  @ApiResponse(
      responseCode = "207",
      description = "Some were accepted, the first of the others are named.",
      content = @Content(schema = @Schema(implementation = ImportTally.Receipt.class)))
  @ApiResponse(
      responseCode = "default",
      description = "Where it broke off, how far it came.",
      content = @Content(schema = @Schema(anyOf = {Problem.class, ImportProblem.class})))
  public Response postCsv(
      @Auth Caller caller,
      @Context HttpHeaders headers,
      @Context Providers providers,
      @Schema(type = "string") InputStream body) {
    return take(caller, headers, providers, body, ImportFormat.CSV);
  }

  /** Takes events a line each. */
  @POST
  @Consumes(EventFormat.NDJSON)
  @RolesAllowed(Permission.Names.INGEST)
  public Response postLines(
      @Auth Caller caller,
      @Context HttpHeaders headers,
      @Context Providers providers,
      InputStream body) {
    return take(caller, headers, providers, body, ImportFormat.LINES);
  }

  private Response take(
      Caller caller,
      HttpHeaders headers,
      Providers providers,
      InputStream body,
      ImportFormat format) {
    var tenant = caller.tenant().id();
    var events = new EventImport(intake, tenant, new ImportLog(tenant, nanoTime));
    try (TenantLimiter.Permit place = places.permit(tenant.value())) {
      requireUtf8(headers.getMediaType());
      place.take(1);
      return answer(
          reader.stream(body, headers, unpacked -> events.take(unpacked, format)), events.tally());
    } catch (RuntimeException stopped) {
      events.stop(stopped);
      return answer(stopped, providers, events.tally());
    }
  }

  private static void requireUtf8(@Nullable MediaType type) {
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
      throw new UnsupportedMediaTypeException("The text must be in UTF-8.");
    }
  }

  private static Response answer(ImportTally.Receipt receipt, ImportTally tally) {
    if (receipt.rejectedCount() == 0) {
      return Response.ok(receipt).build();
    }
    return receipt.accepted() > 0
        ? Response.status(MULTI_STATUS).entity(receipt).build()
        : NoneAccepted.problem().answer().entity(tally.ofAll(NoneAccepted.problem())).build();
  }

  /** What the failure is always answered with, and how far the import had come. */
  private static <T extends RuntimeException> Response answer(
      T stopped, Providers providers, ImportTally tally) {
    @SuppressWarnings("unchecked") // An object is of its own class.
    Class<T> type = (Class<T>) stopped.getClass();
    ExceptionMapper<T> mapper = providers.getExceptionMapper(type);
    Response answer = mapper.toResponse(stopped);
    return answer.getEntity() instanceof Problem problem
        ? Response.fromResponse(answer).entity(tally.onTheWay(problem)).build()
        : answer;
  }
}
