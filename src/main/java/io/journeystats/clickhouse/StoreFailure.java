package io.journeystats.clickhouse;

import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.ServerException;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;

/**
 * The reason why ClickHouse could not execute a valid statement. Every error code counts as such,
 * except for a list of codes that indicate an invalid statement, which is a bug of the service.
 */
public enum StoreFailure {
  /**
   * No connection could be made, or it broke. The codes are the server's own network failures and
   * its shutdown.
   */
  UNREACHABLE("ClickHouse cannot be reached", 198, 203, 209, 210, 225, 236, 279, 999),
  /** The credentials are wrong or a grant is missing; only the operator can fix this. */
  REFUSED("ClickHouse refuses the service's user", 192, 193, 194, 195, 497, 516),
  /** The statement took too long. */
  TIMED_OUT("ClickHouse did not finish in time", 159, 160),
  /** The statement was cancelled. */
  CANCELLED("The statement was cancelled", 394, 735),
  /** Too many concurrent statements. */
  OVERLOADED("ClickHouse is busy", 202, 439, 745),
  /** The statement needs more memory than one statement may use. */
  OUT_OF_MEMORY("ClickHouse does not have enough memory for this statement", 241),
  /**
   * All statements together need more memory than there is. The server reports it with the code of
   * {@link #OUT_OF_MEMORY}.
   */
  MEMORY_EXHAUSTED("ClickHouse does not have enough memory right now", 173),
  /** The disk is full. */
  DISK_FULL("The disk of ClickHouse is full", 243),
  /** Files cannot be created, read, written, flushed or removed, or there are no inodes left. */
  DISK_FAILED(
      "ClickHouse cannot use its disk",
      74,
      75,
      76,
      77,
      87,
      88,
      172,
      204,
      214,
      274,
      275,
      294,
      400,
      424,
      458,
      481,
      521,
      566,
      586,
      641),
  /** Merges do not keep up with inserts. */
  TOO_MANY_PARTS("ClickHouse cannot accept more inserts right now", 252),
  /** Replicated tables cannot be written. */
  READ_ONLY("ClickHouse's tables are read-only right now", 242, 285, 319),
  /** The insert started too late after its validation; nothing was stored. */
  TOO_LATE("The insert was too late", 395),
  /** ClickHouse lost an accepted row; see {@link InsertIfAbsent}. */
  ROW_MISSING("ClickHouse has lost an accepted row"),
  /** Any other failure that the statement did not cause. */
  OTHER("ClickHouse failed");

  /** ClickHouse's message if the exhausted memory is not that of the statement. */
  private static final Pattern SHARED_MEMORY =
      Pattern.compile("User memory limit|\\(for user\\)|\\(total\\)");

  /** The codes of invalid statements. */
  private static final Set<Integer> INVALID_STATEMENTS =
      Set.of(
          // Syntax errors and unknown names.
          1,
          2,
          6,
          7,
          8,
          9,
          10,
          15,
          16,
          20,
          26,
          27,
          36,
          46,
          47,
          48,
          50,
          51,
          52,
          60,
          62,
          63,
          73,
          78,
          80,
          81,
          115,
          174,
          179,
          181,
          182,
          183,
          184,
          207,
          211,
          215,
          344,
          352,
          403,
          440,
          446,
          452,
          456,
          457,
          471,
          472,
          // Values that do not fit.
          11,
          12,
          19,
          25,
          34,
          35,
          38,
          41,
          42,
          43,
          44,
          53,
          69,
          70,
          72,
          117,
          120,
          122,
          124,
          125,
          128,
          131,
          153,
          169,
          170,
          190,
          258,
          321,
          349,
          376,
          386,
          407,
          427,
          467,
          469,
          691,
          // Statements that are too large or not allowed.
          158,
          161,
          162,
          164,
          165,
          166,
          167,
          168,
          191,
          229,
          290,
          306,
          307,
          396,
          572);

  private final String sentence;
  private final Set<Integer> codes;

  StoreFailure(String sentence, Integer... codes) {
    this.sentence = sentence;
    this.codes = Set.of(codes);
  }

  /** Returns a description for users, without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** Returns whether a smaller statement could succeed. */
  public boolean isOfStatement() {
    return isOfStatementAlone() || this == MEMORY_EXHAUSTED;
  }

  /**
   * Returns whether a statement failed because of its size rather than the store.
   *
   * @param thrown the exception
   * @param isSmallest whether the statement cannot be made smaller
   */
  public static boolean isOfStatement(RuntimeException thrown, boolean isSmallest) {
    return switch (thrown) {
      case StoreUnavailableException unavailable ->
          isSmallest
              ? unavailable.failure().isOfStatementAlone()
              : unavailable.failure().isOfStatement();
      case DataAccessException _ -> true;
      default -> false;
    };
  }

  /** Returns whether the failure may be due to the statement alone. */
  public boolean isOfStatementAlone() {
    return this == TIMED_OUT || this == OUT_OF_MEMORY;
  }

  /**
   * Returns the exception to throw in place of one of the driver's: a {@link
   * StoreUnavailableException} if a retry makes sense, otherwise the given one.
   */
  public static RuntimeException translate(RuntimeException thrown) {
    if (thrown instanceof StoreUnavailableException) {
      return thrown;
    }
    return of(thrown)
        .<RuntimeException>map(failure -> new StoreUnavailableException(failure, thrown))
        .orElse(thrown);
  }

  /** Returns the failure that an exception represents; empty if it is a bug. */
  public static Optional<StoreFailure> of(Throwable thrown) {
    var chain = Throwables.getCausalChain(thrown);
    return chain.stream()
        .flatMap(StoreFailure::codeOf)
        .findFirst()
        .map(code -> ofCode(code).map(failure -> failure.refined(chain)))
        .orElseGet(() ->
            chain.stream().anyMatch(StoreFailure::isOfNetwork)
                ? Optional.of(UNREACHABLE)
                : Optional.empty());
  }

  /** Returns whether no connection can be made, which affects every statement. */
  static boolean isOfConnecting(Throwable thrown) {
    var chain = Throwables.getCausalChain(thrown);
    return chain.stream().anyMatch(ConnectException.class::isInstance)
        || (chain.stream().anyMatch(ConnectionInitiationException.class::isInstance)
            && chain.stream().anyMatch(SocketTimeoutException.class::isInstance));
  }

  private static Stream<Integer> codeOf(Throwable thrown) {
    return switch (thrown) {
      case ServerException exception -> Stream.of(exception.getCode());
      case SQLException exception when exception.getErrorCode() > 0 ->
          Stream.of(exception.getErrorCode());
      default -> Stream.empty();
    };
  }

  private static Optional<StoreFailure> ofCode(int code) {
    return INVALID_STATEMENTS.contains(code)
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(values())
                .filter(failure -> failure.codes.contains(code))
                .findFirst()
                .orElse(OTHER));
  }

  /** One code represents the memory of the statement, of the user, and of the server. */
  private StoreFailure refined(List<Throwable> chain) {
    return this == OUT_OF_MEMORY
            && chain.stream()
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .anyMatch(message -> SHARED_MEMORY.matcher(message).find())
        ? MEMORY_EXHAUSTED
        : this;
  }

  private static boolean isOfNetwork(Throwable thrown) {
    return switch (thrown) {
      case IOException _, ConnectionInitiationException _, SQLTransientException _ -> true;
      default -> false;
    };
  }
}
