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

/** The resource that imports files of events of any size. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public final class ImportResource {
  /** The path of the resource. */
  public static final String PATH = "/api/v1/events/import";

  private static final int MULTI_STATUS = 207;

  private final EventIntake intake;
  private final RequestBody reader;
  private final TenantLimiter imports;
  private final LongSupplier nanoTime;

  /**
   * Creates the resource.
   *
   * @param intake takes in events
   * @param reader reads request bodies
   * @param imports limits the number of concurrent imports
   * @param nanoTime the clock of the log's intervals
   */
  public ImportResource(
      EventIntake intake, RequestBody reader, TenantLimiter imports, LongSupplier nanoTime) {
    this.intake = intake;
    this.reader = reader;
    this.imports = imports;
    this.nanoTime = nanoTime;
  }

  /** Imports CSV. */
  @POST
  @Consumes(ImportFormat.TEXT_CSV)
  @RolesAllowed(Permission.Names.INGEST)
  @Operation(
      operationId = "importEvents",
      summary = "Imports a file of events",
      description =
          "The file is CSV with a header of field names, or NDJSON with one JSON object per line,"
              + " and has any size. If an import stops early, the response says how many events"
              + " were processed; the file can safely be sent again.")
  @ApiResponse(
      responseCode = "200",
      description = "All events were accepted.",
      content = @Content(schema = @Schema(implementation = ImportTally.Receipt.class)))
  @ApiResponse(
      responseCode = "207",
      description = "Some events were accepted; the response lists the first rejected ones.",
      content = @Content(schema = @Schema(implementation = ImportTally.Receipt.class)))
  @ApiResponse(
      responseCode = "default",
      description = "The import stopped early; the response says how many events were processed.",
      content = @Content(schema = @Schema(anyOf = {Problem.class, ImportProblem.class})))
  public Response postCsv(
      @Auth Caller caller,
      @Context HttpHeaders headers,
      @Context Providers providers,
      @Schema(type = "string") InputStream body) {
    return take(caller, headers, providers, body, ImportFormat.CSV);
  }

  /** Imports NDJSON. */
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
    try (TenantLimiter.Permit permit = imports.permit(tenant.value())) {
      requireUtf8(headers.getMediaType());
      permit.take(1);
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

  /** The usual response to the failure, with the progress of the import. */
  private static <T extends RuntimeException> Response answer(
      T stopped, Providers providers, ImportTally tally) {
    @SuppressWarnings("unchecked") // An object is of its own class.
    Class<T> type = (Class<T>) stopped.getClass();
    ExceptionMapper<T> mapper = providers.getExceptionMapper(type);
    Response answer = mapper.toResponse(stopped);
    return answer.getEntity() instanceof Problem problem
        ? Response.fromResponse(answer).entity(tally.stoppedBy(problem)).build()
        : answer;
  }
}
